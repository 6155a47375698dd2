package worthwhile.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.intake.Normalise;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Rates;
import worthwhile.posting.Item;
import worthwhile.posting.JobPosting;
import worthwhile.posting.JobPostingBuilder;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Organization;
import worthwhile.posting.RequesterId;
import worthwhile.posting.UnitText;
import worthwhile.posting.Warning;
import worthwhile.reputation.statement.Flag;
import worthwhile.reputation.statement.FlagKind;
import worthwhile.reputation.statement.Subject;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;
import worthwhile.store.posting.Writing;
import worthwhile.warning.PayLevels;
import worthwhile.warning.Warnings;

/** What is seen of a posting only beside others, as it is read from a source. */
class StoredCircumstancesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final String WORDS =
      "Look at %s photographs of kitchen shelves and tell for each of them how many cups stand on"
          + " the second board from the top, whether a plate leans at the wall and which colour the"
          + " board has been painted with in the end";

  @TempDir private Path folder;

  private static Tail tail(Store store, Instant at) {
    return new Tail(
        store,
        Normalise.plain(),
        Assessor.with(() -> HourlyPay.at(Rates.shipped()), () -> Warnings.knowing(List.of())),
        () -> {},
        Clock.fixed(at, ZoneOffset.UTC));
  }

  private static JobPostingBuilder offer(String id, String requester, String description) {
    return JobPosting.builder("mill", "mill", id)
        .title("Count cups " + id)
        .description(description)
        .hiringOrganization(new Organization(requester, requester.replace(' ', '-'), null));
  }

  private static void take(Store store, Instant at, JobPosting... rows) {
    take(store, at, List.<Item>of(rows));
  }

  private static void take(Store store, Instant at, List<Item> rows) {
    tail(store, at)
        .take(Batch.Rows.of("mill", at).outcome(RunOutcome.Read.PARTIAL).items(rows).build());
  }

  private Store store(TestDatabase kind) {
    return Store.open(kind.fresh(folder), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static Optional<Warning> warning(Store store, String id, String code) {
    return store.postings().byId("mill:" + id).orElseThrow().assessment().warnings().stream()
        .filter(warning -> warning.code().equals(code))
        .findFirst();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theSameWordsUnderManyNamesAreTold(TestDatabase kind) {
    try (Store store = store(kind)) {
      take(store, NOW.minus(Duration.ofDays(2)), offer("a", "Ash", WORDS.formatted(10)).build());
      take(store, NOW.minus(Duration.ofDays(1)), offer("b", "Birch", WORDS.formatted(20)).build());
      assertThat(warning(store, "b", "many-names")).isEmpty();
      take(
          store,
          NOW,
          offer("c", "Cedar", WORDS.formatted(30)).build(),
          offer("d", "Dogwood", WORDS.formatted(40)).build(),
          offer("d2", "Dogwood", WORDS.formatted(41)).build(),
          offer("e", "Elm", "Something else altogether, and rather short").build());
      Warning many = warning(store, "d", "many-names").orElseThrow();
      assertThat(many.severity()).isEqualTo(Warning.Severity.NOTE);
      assertThat(many.parameters()).containsEntry("names", 3L);
      assertThat(many.quote()).isNull();
      assertThat(many.text()).contains("3");
      assertThat(warning(store, "e", "many-names")).isEmpty();
      assertThat(warning(store, "d", "copied-words")).as("nobody had them long before").isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void wordsThatSomebodyElseHadLongBeforeAreCopied(TestDatabase kind) {
    try (Store store = store(kind)) {
      take(store, NOW.minus(Duration.ofDays(20)), offer("a", "Ash", WORDS.formatted(10)).build());
      take(store, NOW, offer("b", "Birch", WORDS.formatted(12)).build());
      take(store, NOW, offer("a2", "Ash", WORDS.formatted(15)).build());
      Warning copied = warning(store, "b", "copied-words").orElseThrow();
      assertThat(copied.text()).contains("Ash").contains("2026-10-31");
      assertThat(warning(store, "a2", "copied-words")).as("her own words").isEmpty();
      take(
          store,
          NOW,
          offer("c", "Cedar", WORDS.formatted(12) + ". Write to us on Telegram @cedar_hr").build());
      assertThat(warning(store, "c", "copied-words").orElseThrow().severity())
          .isEqualTo(Warning.Severity.CAUTION);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aRushBySomebodyNewIsToldOnAPlatformThatIsKnown(TestDatabase kind) {
    try (Store store = store(kind)) {
      take(store, NOW.minus(Duration.ofDays(30)), offer("old", "Ash", "Sort the leaves").build());
      List<Item> rush = new ArrayList<>();
      for (int i = 0; i < 25; i++) rush.add(offer("n" + i, "Birch", "Sort box " + i).build());
      for (int i = 0; i < 25; i++) rush.add(offer("k" + i, "Ash", "Sort row " + i).build());
      take(store, NOW, rush);
      assertThat(warning(store, "n3", "sudden-rush").orElseThrow().parameters())
          .containsEntry("tasks", 25L);
      assertThat(warning(store, "k3", "sudden-rush")).as("known for a month").isEmpty();
    }
  }

  private static JobPosting paid(String id, String requester, String dollars) {
    return offer(id, requester, "Answer the survey of our laboratory on how people cook")
        .title("Survey on cooking " + id)
        .occupationalCategory("survey")
        .baseSalary(MonetaryAmount.of("USD", new BigDecimal(dollars), UnitText.HOUR))
        .build();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void payFarBeyondWhatIsUsualHereIsTold(TestDatabase kind) {
    try (Store store = store(kind)) {
      List<Item> usual = new ArrayList<>();
      for (int i = 0; i < 100; i++) usual.add(paid("u" + i, "Lab " + i % 12, 8 + i % 7 + ".00"));
      take(store, NOW.minus(Duration.ofDays(30)), usual);
      take(store, NOW, paid("early", "Oak", "90.00"));
      assertThat(warning(store, "early", "pay-beyond-usual")).as("not learned yet").isEmpty();
      PayLevelWatch watch = new PayLevelWatch(store, Clock.fixed(NOW, ZoneOffset.UTC));
      watch.learnIfDue();
      take(store, NOW, paid("much", "Oak", "90.00"), paid("more", "Oak", "20.00"));
      Warning beyond = warning(store, "much", "pay-beyond-usual").orElseThrow();
      assertThat(beyond.severity()).isEqualTo(Warning.Severity.NOTE);
      assertThat(beyond.text()).contains("about 90.00 USD").contains("101 tasks");
      assertThat(warning(store, "more", "pay-beyond-usual")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void thatNothingIsUsualYetIsReadAsItWasLearned(TestDatabase kind) {
    try (Store store = store(kind)) {
      PayLevelWatch watch = new PayLevelWatch(store, Clock.fixed(NOW, ZoneOffset.UTC));
      watch.learn();
      assertThat(PayLevelWatch.read(store.meta().get(PayLevelWatch.NAME).orElseThrow()))
          .contains(PayLevels.NONE);
    }
  }

  private static Flag flag(Subject about) {
    return new Flag(
        UUID.randomUUID().toString(),
        Optional.of("ada"),
        Optional.empty(),
        about,
        FlagKind.FEE_ASKED,
        Optional.empty(),
        Optional.empty(),
        Flag.State.OPEN,
        NOW);
  }

  private static void say(Store store, Consumer<Writing> what) {
    tail(store, NOW)
        .take(
            new Batch.Said<>(
                NOW,
                writing -> {
                  what.accept(writing);
                  return Batch.Said.Done.of(true);
                }));
  }

  /** What waits is assessed at once a few at a time, and the rest by whoever looks next. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatPeopleSayIsAssessedAlsoWhereItIsOfVeryMany(TestDatabase kind) {
    try (Store store = store(kind)) {
      List<Item> many = new ArrayList<>();
      for (int i = 0; i < 450; i++) many.add(offer("m" + i, "Ash", "Sort box " + i).build());
      take(store, NOW, many);
      take(store, NOW, offer("other", "Birch", "See https://trap.example/x").build());
      String requester = RequesterId.of((JobPosting) many.getFirst()).orElseThrow().toString();
      say(
          store,
          writing -> {
            writing.statements().flags().add(flag(Subject.requester(requester)), Optional.empty());
            writing.assessLater(RequesterId.parse(requester).orElseThrow());
          });
      assertThat(store.postings().waiting(1_000)).hasSize(250);
      Tail next = tail(store, NOW);
      while (next.assessWaiting()) assertThat(store.postings().waiting(1_000)).isNotEmpty();
      for (Item each : many)
        assertThat(warning(store, ((JobPosting) each).identifier(), "reported")).isPresent();
      assertThat(warning(store, "other", "reported")).isEmpty();
      assertThat(store.postings().waiting(10)).isEmpty();

      say(store, writing -> writing.assessLater(List.of("mill:other")));
      assertThat(store.postings().waiting(10)).isEmpty();
      assertThat(store.<Boolean>statements(said -> said.withdrawn().isAny())).isFalse();
      say(
          store,
          writing -> {
            writing
                .statements()
                .withdrawn()
                .add("posting:mill:m3", Set.of("reported"), Optional.empty(), "c", NOW);
            writing.assessLaterNaming("trap.example");
          });
      assertThat(
              store.<Map<String, Set<String>>>statements(
                  said -> said.withdrawn().of(List.of("posting:mill:m3"))))
          .containsEntry("posting:mill:m3", Set.of("reported"));
      store.write(writing -> writing.statements().withdrawn().revoke("c"));
      assertThat(store.<Boolean>statements(said -> said.withdrawn().isAny())).isFalse();
    }
  }
}
