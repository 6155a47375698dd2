package worthwhile.posting.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import worthwhile.posting.JobPosting;

final class InventedPostingsTest {
  private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
  private static final int SIZE = 4_000;

  private final InventedPostings world = new InventedPostings(1, SIZE, NOW);

  @Test
  void onePostingIsTheSameHoweverItIsAskedFor() {
    List<JobPosting> all = world.all().toList();
    assertThat(all).hasSize(SIZE).doesNotHaveDuplicates();
    assertThat(new InventedPostings(1, SIZE, NOW).posting(7)).isEqualTo(all.get(7));
    assertThat(new InventedPostings(2, SIZE, NOW).posting(7)).isNotEqualTo(all.get(7));
    assertThat(world.posting(7, "elsewhere"))
        .returns("elsewhere:n7", JobPosting::id)
        .returns(all.get(7).title(), JobPosting::title);
  }

  @Test
  void theyAreAsLongAndAsOldAsTasksAre() {
    assertThat(mean(world.all().map(each -> words(each.title())).toList()))
        .isCloseTo(8, Percentage.withPercentage(5));
    assertThat(mean(world.all().map(each -> words(each.description())).toList()))
        .isCloseTo(60, Percentage.withPercentage(5));
    assertThat(world.all().map(JobPosting::datePosted))
        .allMatch(at -> !at.isAfter(NOW) && at.isAfter(NOW.minus(Duration.ofDays(90))));
    assertThat(world.all().map(JobPosting::source).distinct()).hasSize(InventedPostings.SOURCES);
    assertThat(world.all().map(each -> each.source() + each.hiringOrganization().name()).distinct())
        .hasSizeBetween(SIZE / 25, SIZE / 20);
  }

  @Test
  void aFewWordsAreVeryCommonAndMostAreSeldom() {
    Map<String, Long> counts =
        world
            .all()
            .flatMap(
                each ->
                    List.of(each.description().toLowerCase(Locale.ROOT).split("[ .]+")).stream())
            .collect(Collectors.groupingBy(word -> word, Collectors.counting()));
    double all = counts.values().stream().mapToLong(Long::longValue).sum();
    assertThat(counts.get("the") / all).isBetween(0.05, 0.09);
    assertThat(counts).hasSizeGreaterThan(15_000);
  }

  private static int words(String text) {
    return text.split(" ").length;
  }

  private static double mean(List<Integer> all) {
    return all.stream().mapToInt(Integer::intValue).average().orElseThrow();
  }
}
