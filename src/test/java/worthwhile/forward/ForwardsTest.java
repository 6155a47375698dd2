package worthwhile.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.flow.Assessor;
import worthwhile.flow.Tail;
import worthwhile.intake.Normalise;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Rates;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.source.SourceDefinition;
import worthwhile.source.read.Sources;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;
import worthwhile.store.account.AccountRows;

/** How long what workers' browsers passed on counts, and what late deliveries may change. */
class ForwardsTest {
  private static final String STUDY = "prolific:66f0a1b2c3d4e5f6a7b8c001";
  private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant OLD = START.minus(Duration.ofDays(10));
  private static final SourceDefinition PROLIFIC =
      Sources.load(Path.of("scrapers")).byId("prolific").orElseThrow();

  @TempDir private Path folder;
  private Instant now = START;
  private Store store;
  private Forwards forwards;

  @BeforeEach
  void open() {
    InstantSource moving = () -> now;
    Clock clock = moving.withZone(ZoneOffset.UTC);
    store = Store.open(TestDatabase.file(folder.resolve("x.db")), clock);
    forwards =
        new Forwards(
            store,
            new Tail(
                store,
                Normalise.plain(),
                Assessor.with(() -> HourlyPay.at(Rates.shipped())),
                () -> {},
                clock),
            Rates::shipped,
            500,
            clock);
    for (String name : List.of("ada", "ben"))
      store
          .accounts()
          .add(
              new AccountRows.Row(
                  name, name, name, Set.of(), Optional.empty(), Optional.empty(), OLD));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static String studies() {
    try {
      return Files.readString(Path.of("scrapers/prolific/fixtures/prolific/listing.json"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private ForwardResult forward(String body, String account, Instant seenAt) {
    return forward(body, new Sender(account, OLD, Optional.empty(), false), seenAt);
  }

  private ForwardResult forward(String body, Sender sender, Instant seenAt) {
    URI url = URI.create("https://internal-api.prolific.com/api/v1/participant/studies/");
    return forwards.take(
        PROLIFIC, new Forwarded.Page(url, 200, "application/json", body, seenAt), sender);
  }

  private Posting study() {
    return store.postings().byId(STUDY).orElseThrow();
  }

  @Test
  void whatNoBrowserShowsAnyMoreGoesMissingThenCloses() {
    forward(studies(), "ada", now);
    forward(studies(), "ben", now);
    now = START.plus(Duration.ofHours(11));
    forward(studies(), "ada", now);
    assertThat(study().standing().lastSeen()).isEqualTo(now);
    now = START.plus(Duration.ofHours(22));
    forwards.forgetUnseen(List.of(PROLIFIC));
    assertThat(study().state()).isEqualTo(PostingState.OPEN);
    now = START.plus(Duration.ofHours(24));
    forwards.forgetUnseen(List.of(PROLIFIC));
    assertThat(study().state()).isEqualTo(PostingState.MISSING);
    assertThat(study().standing().stateReason().text()).contains("lately");
    forward(studies(), "ben", now);
    assertThat(study().state()).isEqualTo(PostingState.OPEN);
    assertThat(study().standing().reposts()).isNull();
    now = now.plus(Duration.ofHours(37));
    forwards.forgetUnseen(List.of(PROLIFIC));
    assertThat(study().state()).isEqualTo(PostingState.CLOSED);
  }

  @Test
  void aQueueThatIsDeliveredLateUndoesNothingNewer() {
    now = START.plus(Duration.ofHours(2));
    String dearer = studies().replaceFirst("\"amount\": 150,", "\"amount\": 175,");
    forward(dearer, "ada", now);
    forward(dearer, "ben", now);
    forward(studies(), "ada", START);
    forward(dearer, "ben", START);
    assertThat(study().job().baseSalary().minValue()).isEqualByComparingTo("1.75");
    assertThat(study().standing().lastSeen()).isEqualTo(now);
    assertThat(forward(studies(), "ada", START.minus(Duration.ofDays(31))))
        .isInstanceOf(ForwardResult.Refused.class);
    Instant fast = now.plus(Duration.ofHours(5));
    forward(dearer, "ada", fast);
    assertThat(study().standing().lastSeen())
        .as("a browser's clock that goes ahead")
        .isEqualTo(now);
  }

  @Test
  void whoAgreedIsForgotten() {
    forward(studies(), "ada", now);
    assertThat(store.accounts().export("ada")).containsKey("sighting");
    forward(studies(), "ben", now);
    assertThat(store.postings().byId(STUDY)).isPresent();
    assertThat(store.accounts().export("ada")).doesNotContainKey("sighting");
    assertThat(store.accounts().export("ben")).doesNotContainKey("sighting");
  }

  @Test
  void anAccountLeavesNoTraceOfItsName() {
    forward(studies(), new Sender("account-of-ada", OLD, Optional.of("192.0.2"), true), now);
    Store.backup("jdbc:sqlite:" + folder.resolve("x.db"), folder.resolve("copy.db"));
    byte[] copy;
    try {
      copy = Files.readAllBytes(folder.resolve("copy.db"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    String text = new String(copy, java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(text).contains("Riverbend Lab").doesNotContain("account-of-ada", "192.0.2");
    assertThat(text).doesNotContain("submission_started_at", "previous_submission_count");
  }
}
