package worthwhile.search.lucene;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Posting;
import worthwhile.search.InventedPostings;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchResult;
import worthwhile.search.SearchResult.Relaxed;

/** Words find what means them, however people of all scripts write it. */
class PeoplesWritingTest {
  private static final Clock CLOCK = Clock.fixed(InventedPostings.NOW, ZoneOffset.UTC);

  @TempDir Path folder;

  private record Line(String kind, String title, String search, String found) {}

  @Test
  void findsWhatIsMeantAndNothingElse() throws IOException {
    SoftAssertions all = new SoftAssertions();
    for (Line line : lines()) all.assertThat(found(line)).as("%s", line).isEqualTo(line.found());
    all.assertAll();
  }

  private String found(Line line) {
    try (SearchIndex index = SearchIndex.open(folder, CLOCK)) {
      Posting posting = FlatPosting.builder("s", "p", "1").title(line.title()).build();
      index.put(List.of(posting), 1);
      index.refresh();
      SearchQuery query = SearchQuery.everything().withWords(Optional.of(line.search()));
      SearchResult result = index.searchOrRelax(query);
      boolean strict = index.search(query).total() == 1;
      boolean matched =
          query.matcher(index.vocabulary()).accepts(index.facts(posting), CLOCK.instant());
      if (matched != strict) return "by the index " + strict + ", by the matcher " + matched;
      return strict ? "yes" : relaxed(result);
    }
  }

  private static String relaxed(SearchResult result) {
    if (result.total() == 0) return "no";
    return result.relaxed().orElseThrow() instanceof Relaxed.Respelled ? "spelling" : "any word";
  }

  private static List<Line> lines() throws IOException {
    try (InputStream file =
        PeoplesWritingTest.class.getResourceAsStream("/search/peoples-writing.txt")) {
      return new String(file.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" \\| "))
          .map(cells -> new Line(cells[0], cells[1], cells[2], cells[3]))
          .toList();
    }
  }
}
