package worthwhile.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Posting;
import worthwhile.search.lucene.SearchIndex;
import worthwhile.text.Places;

/** What is known of a worker's country, from the words of a source to the search. */
class EligibilityTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvFileSource(resources = "/search/eligibility.txt", delimiter = '|')
  void whatASourceSays(String text, String countries, String expected) {
    Posting posting =
        FlatPosting.builder("s", "p", "1")
            .title("Match maps")
            .jobLocation(text)
            .applicantLocationRequirements(Places.countries(text))
            .ineligibleRegion(Places.excluded(text))
            .build();
    try (SearchIndex index = SearchIndex.open(folder, Clock.systemUTC())) {
      Set<String> asked = Set.of(countries.split(", "));
      assertThat(Eligibility.of(asked, index.facts(posting)).word()).isEqualTo(expected);
      index.put(List.of(posting), 1);
      index.refresh();
      SearchQuery query = SearchQuery.everything();
      for (String country : asked) query = query.toggled("country", country);
      SearchResult possible = index.search(query);
      SearchResult named = index.search(query.toggled("eligibility", "named"));
      assertThat(possible.total()).isEqualTo(expected.equals("excluded") ? 0 : 1);
      assertThat(named.total()).isEqualTo(expected.equals("named") ? 1 : 0);
      assertThat(named.groups().get(Apart.COUNTRY_NOT_STATED))
          .isEqualTo(expected.equals("not-stated") ? 1 : 0);
    }
  }
}
