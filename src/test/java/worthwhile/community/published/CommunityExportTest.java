package worthwhile.community.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.flow.Assessor;
import worthwhile.flow.Batch;
import worthwhile.flow.Tail;
import worthwhile.intake.Normalise;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Rates;
import worthwhile.posting.AggregateRating;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.Outcome;
import worthwhile.reputation.statement.Review;
import worthwhile.reputation.statement.Subject;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;

/** What one instance gives out, another takes in, beside its own figures. */
class CommunityExportTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final RequesterId MILL = RequesterId.identified("mill", "M1");
  private static final RequesterId LONE = RequesterId.named("mill", "Lone Lab");

  @TempDir private Path folder;

  private Store store(String name) {
    return Store.open(TestDatabase.file(folder.resolve(name + ".db")), CLOCK);
  }

  private static void say(Store store, String account, RequesterId of) {
    Tail tail =
        new Tail(
            store,
            Normalise.plain(),
            Assessor.with(() -> HourlyPay.at(Rates.shipped())),
            () -> {},
            CLOCK);
    Review review =
        new Review(
            UUID.randomUUID().toString(),
            account,
            Subject.requester(of.toString()),
            "mill",
            Optional.of(of),
            Optional.empty(),
            Review.Facts.of(Outcome.PAID),
            Optional.of("my secret words"),
            Optional.empty(),
            true,
            false,
            NOW,
            NOW,
            NOW);
    tail.take(
        new Batch.Said<>(
            NOW,
            writing ->
                new Batch.Said.Done<>(writing.statements().reviews().add(review), Set.of(of))));
  }

  private Path exported(Store store, String name) throws Exception {
    Path file = folder.resolve(name + ".jsonl");
    try (Writer out = Files.newBufferedWriter(file)) {
      int unused = CommunityExport.write(store, "https://tasks.example", "CC-BY-4.0", NOW, out);
    }
    return file;
  }

  private Path exported(String name) throws Exception {
    try (Store store = store(name)) {
      for (String account : List.of("anna", "bert", "cleo")) say(store, account, MILL);
      say(store, "anna", LONE);
      return exported(store, name);
    }
  }

  private static CommunityImport.Taken take(Store store, Path file) throws Exception {
    return CommunityImport.read(store, file, false);
  }

  @Test
  void figuresStandThereWithTheirSourceAndTakingThemTwiceChangesNothing() throws Exception {
    Path file = exported("one");
    assertThat(Files.readString(file))
        .contains("mill:M1", "\"licence\":\"CC-BY-4.0\"")
        .doesNotContain("anna", "bert", "lone lab", "secret words");
    try (Store other = store("other")) {
      assertThat(take(other, file))
          .isEqualTo(new CommunityImport.Taken.Done("https://tasks.example", 1, 1));
      assertThat(take(other, file))
          .isEqualTo(new CommunityImport.Taken.Done("https://tasks.example", 1, 0));
      AggregateRating rating = other.ratings().of("mill", List.of("M1")).get("M1").getFirst();
      assertThat(rating.author()).isEqualTo("https://tasks.example (CC-BY-4.0)");
      assertThat(rating.dateModified()).isEqualTo(NOW);
      assertThat(rating.reviewCount()).isEqualTo(3);
      assertThat(rating.ratingValue()).containsKey("reputation");
      assertThat(other.statements(each -> each.conducts().of(MILL)).isPresent())
          .as("it enters no score")
          .isFalse();
    }
  }

  @Test
  void whatWasChangedOrCutOffOrIsNoSuchFileIsRefused() throws Exception {
    Path file = exported("two");
    String whole = Files.readString(file);
    try (Store other = store("refusing")) {
      for (String bad :
          List.of(
              whole.replace("mill:M1", "mill:M2"),
              whole.substring(0, whole.length() / 2),
              whole.replaceFirst("\"date\":\"2026", "\"date\":\"2027"),
              "",
              "nothing of the kind",
              "{}")) {
        Files.writeString(file, bad);
        assertThat(take(other, file)).as(bad).isInstanceOf(CommunityImport.Taken.Refused.class);
      }
      assertThat(other.ratings().of("mill", List.of("M1", "M2"))).isEmpty();
    }
  }

  @Test
  void anotherKeyOfAKnownInstanceIsTakenOnlyWhereThatIsMeant() throws Exception {
    Path first = exported("three");
    Path second = exported("four");
    try (Store other = store("knowing")) {
      assertThat(take(other, first)).isInstanceOf(CommunityImport.Taken.Done.class);
      assertThat(take(other, second)).isInstanceOf(CommunityImport.Taken.Refused.class);
      assertThat(CommunityImport.read(other, second, true))
          .isInstanceOf(CommunityImport.Taken.Done.class);
    }
  }
}
