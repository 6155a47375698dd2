package worthwhile.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.search.lucene.SearchIndex;

/** The longest words that a search may have cost an index of some hundred postings no time. */
class HostileSearchTest {
  private static final long MOST = 50_000_000;
  @TempDir Path folder;
  private SearchIndex index;

  @BeforeEach
  void open() {
    index =
        SearchIndex.open(
            folder,
            Clock.fixed(InventedPostings.NOW, ZoneOffset.UTC),
            PostingFacts::statedReward,
            List::of);
    index.put(new InventedPostings(1).list(300), 1);
    index.refresh();
  }

  @AfterEach
  void close() {
    index.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "[",
        "\"",
        "\"a",
        "-",
        "-\"",
        "*",
        "a*",
        "~",
        "a ",
        "a b ",
        "é ",
        "x",
        "1/",
        "\\",
        "AND ",
        "platform:",
        "requester:\"",
        "\u200B",
        "😀 ",
        "a-b ",
        "apple ",
        "aple ",
        "\u0000",
        "%",
        "'"
      })
  void anyWords(String piece) {
    for (String parameter : List.of("q", "exclude")) {
      String words = piece.repeat((parameter.equals("q") ? 10_000 : 500) / piece.length());
      if (!(SearchQuery.parse(Map.of(parameter, List.of(words)))
          instanceof SearchQuery.Parsed.Valid(SearchQuery query))) continue;
      long best = Long.MAX_VALUE;
      for (int i = 0; i < 12 && best > MOST; i++) best = Math.min(best, cost(query));
      assertThat(best).as(parameter).isLessThan(MOST);
    }
  }

  private long cost(SearchQuery query) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    index.searchOrRelax(query);
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
  }
}
