package worthwhile.crawl;

import java.util.List;
import worthwhile.source.PageRequest;

/**
 * What a run asks first; what follows is named by the answers.
 *
 * @param requests usually one; several where a source is asked about many requesters, none where
 *     nobody is known to ask about
 * @param about ids of the requesters asked about; empty for other sources
 */
public record First(List<PageRequest> requests, List<String> about) {
  public First {
    requests = List.copyOf(requests);
    about = List.copyOf(about);
  }

  /** A listing that begins with this page. */
  public static First of(PageRequest request) {
    return new First(List.of(request), List.of());
  }
}
