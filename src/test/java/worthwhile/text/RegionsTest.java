package worthwhile.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RegionsTest {
  /** A text, countries that are named, countries that are not, countries that are excluded. */
  record Row(String text, List<String> named, List<String> others, List<String> excluded) {
    static Row of(String line) {
      List<String> cells = List.of(line.split("\t", -1));
      return new Row(cells.get(0), words(cells, 1), words(cells, 2), words(cells, 3));
    }

    private static List<String> words(List<String> cells, int at) {
      return at < cells.size() && !cells.get(at).isBlank()
          ? List.of(cells.get(at).strip().split(" "))
          : List.of();
    }
  }

  static Stream<Row> rows() throws IOException {
    try (var in = RegionsTest.class.getResourceAsStream("regions.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines().filter(line -> !line.startsWith("#")).map(Row::of).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void saysWhoMayJoin(Row row) {
    List<String> named = Places.countries(row.text());
    if (row.named().equals(List.of("none"))) assertThat(named).isEmpty();
    else assertThat(named).containsAll(row.named()).doesNotContainAnyElementsOf(row.others());
    assertThat(Places.excluded(row.text())).containsAll(row.excluded());
    if (row.excluded().isEmpty()) assertThat(Places.excluded(row.text())).isEmpty();
  }

  @Test
  void everyCountryIsInOneContinent() {
    List<String> all = new ArrayList<>();
    for (String continent : List.of("Africa", "Americas", "Asia", "Oceania", "Europe"))
      all.addAll(Regions.all().get(continent));
    Set<String> known = new TreeSet<>(Set.of(Locale.getISOCountries()));
    known.removeAll(Set.of("AQ", "BV", "HM", "GS"));
    all.removeAll(Set.of("BV", "HM", "GS"));
    // Cyprus is in Asia by geography and in Europe by its union.
    all.remove("CY");
    assertThat(all).containsExactlyInAnyOrderElementsOf(known);
  }

  @Test
  void namesAListOfCountriesByItsRegions() {
    assertThat(Regions.summary(Places.countries("Europe only")))
        .isEqualTo(new Regions.Summary(List.of(new Regions.Held("Europe", List.of())), List.of()));
    assertThat(Regions.summary(Places.countries("Europe except UK")).regions())
        .containsExactly(new Regions.Held("Europe", List.of("GB")));
    assertThat(Regions.summary(Places.countries("EU, UK")))
        .isEqualTo(new Regions.Summary(List.of(new Regions.Held("EU", List.of())), List.of("GB")));
    assertThat(Regions.summary(List.of("NL", "BE", "LU")).others())
        .containsExactly("NL", "BE", "LU");
  }
}
