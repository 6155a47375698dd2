package worthwhile.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import worthwhile.posting.Posting;
import worthwhile.search.SearchIndex;
import worthwhile.search.SearchQuery;

/**
 * A few postings in an index of their own, so that the very search of the page decides who hears of
 * them. At most 100, one page of a search.
 */
final class Batch implements AutoCloseable {
  private final Path folder;
  private final SearchIndex index;

  Batch(List<Posting> postings, SearchIndex like) {
    try {
      this.folder = Files.createTempDirectory("worthwhile-batch");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.index = like.another(folder);
    index.put(postings, 1);
    index.refresh();
  }

  /** Ids of those that a search finds; its page size must be 100. */
  Set<String> matching(SearchQuery query) {
    return index.search(query).hits().stream()
        .map(hit -> hit.posting().id())
        .collect(Collectors.toSet());
  }

  @Override
  public void close() {
    index.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
