package worthwhile.store.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.store.Examples.NOON;
import static worthwhile.store.Examples.run;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.intake.Change;
import worthwhile.posting.Assessment;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Warning;
import worthwhile.posting.Warning.By;
import worthwhile.posting.Warning.Severity;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;

/** Warned postings are found by their warnings, the last warned of first. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class WarnedTest {
  @Parameter TestDatabase kind;
  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(kind.fresh(folder), Clock.fixed(NOON, ZoneOffset.UTC));
    Posting fee = posting("fee", "tasks", warning("upfront-fee", Severity.DANGER, By.RULE, 3));
    Posting both =
        posting(
            "both",
            "tasks",
            warning("contact-shift", Severity.CAUTION, By.COMMUNITY, 1),
            warning("upfront-fee", Severity.NOTE, By.RULE, 0));
    Posting note = posting("note", "tasks", warning("contact-shift", Severity.NOTE, By.RULE, 0));
    Posting other =
        posting("other", "errands", warning("upfront-fee", Severity.CAUTION, By.RULE, 2));
    Posting quiet = posting("quiet", "tasks");
    store
        .postings()
        .apply(
            List.of(fee, both, note, other, quiet).stream().<Change>map(Change.New::new).toList(),
            run("r1"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Warning warning(String code, Severity severity, By by, int hoursAgo) {
    String quote = "say \"code\":\"upfront-fee\",\"severity\":\"danger\"";
    return new Warning(code, severity, quote, by, NOON.minus(Duration.ofHours(hoursAgo)), Map.of());
  }

  private static Posting posting(String id, String platform, Warning... warnings) {
    return FlatPosting.builder("tasks", platform, id)
        .title("Sort leaves")
        .firstSeen(NOON)
        .lastSeen(NOON)
        .state(PostingState.OPEN)
        .build()
        .with(Assessment.NONE.warned(null, Arrays.asList(warnings), List.of()));
  }

  private List<String> found(Warned.Filter filter) {
    Warned.Part part = store.warned().part(filter, 0, 10);
    assertThat(part.total()).isEqualTo(part.postings().size());
    return part.postings().stream().map(each -> each.job().identifier()).toList();
  }

  private static Warned.Filter filter(String code, Severity severity, By by, String platform) {
    return new Warned.Filter(
        Optional.ofNullable(code),
        Optional.ofNullable(severity),
        Optional.ofNullable(by),
        Optional.ofNullable(platform));
  }

  @Test
  void theLastWarnedOfStandsFirstAndNotesOnlyOnDemand() {
    assertThat(found(Warned.Filter.ALL)).containsExactly("both", "other", "fee");
    assertThat(found(filter(null, Severity.NOTE, null, null)))
        .containsExactlyInAnyOrder("note", "both");
  }

  @Test
  void oneWarningHasToBeAllThatIsAskedFor() {
    assertThat(found(filter("upfront-fee", null, null, null))).containsExactly("other", "fee");
    assertThat(found(filter("upfront-fee", Severity.DANGER, null, null))).containsExactly("fee");
    assertThat(found(filter("contact-shift", null, By.RULE, null))).isEmpty();
    assertThat(found(filter(null, null, By.COMMUNITY, null))).containsExactly("both");
    assertThat(found(filter(null, null, null, "errands"))).containsExactly("other");
  }

  @Test
  void partsGoOnWhereTheOneBeforeEnded() {
    Warned.Part part = store.warned().part(Warned.Filter.ALL, 1, 1);
    assertThat(part.total()).isEqualTo(3);
    assertThat(part.postings())
        .extracting(each -> each.job().identifier())
        .containsExactly("other");
  }

  @Test
  void whatIsTakenBackIsFoundNoMore() {
    Posting other = store.warned().part(Warned.Filter.ALL, 1, 1).postings().getFirst();
    store.write(
        writing -> {
          writing.reassess(List.of(other.with(Assessment.NONE)), NOON);
          return 1;
        });
    assertThat(found(Warned.Filter.ALL)).containsExactly("both", "fee");
  }
}
