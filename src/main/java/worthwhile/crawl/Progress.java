package worthwhile.crawl;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which runs are under way in this process, for the status page and the progress bar. */
public final class Progress {
  private final Map<String, Running> running = new ConcurrentHashMap<>();

  /** A run that has not ended yet. */
  public record Running(String source, Instant since, int pages, int items) {}

  /** The runs under way. */
  public List<Running> running() {
    return List.copyOf(running.values());
  }

  void started(String source, Instant at) {
    running.put(source, new Running(source, at, 0, 0));
  }

  void page(String source, int items) {
    running.computeIfPresent(
        source,
        (id, before) ->
            new Running(id, before.since(), before.pages() + 1, before.items() + items));
  }

  void ended(String source) {
    running.remove(source);
  }
}
