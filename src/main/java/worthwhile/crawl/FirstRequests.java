package worthwhile.crawl;

import java.util.List;
import worthwhile.source.PageRequest;

/**
 * The requests that a run begins with; their answers name those that follow.
 *
 * @param requests usually one; several where a source is asked about many requesters, none where
 *     nobody is known to ask about
 * @param about ids of the requesters asked about; empty for other sources
 */
public record FirstRequests(List<PageRequest> requests, List<String> about) {
  public FirstRequests {
    requests = List.copyOf(requests);
    about = List.copyOf(about);
  }

  /** A listing that begins with this page. */
  public static FirstRequests of(PageRequest request) {
    return new FirstRequests(List.of(request), List.of());
  }
}
