package worthwhile.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.HandClock;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;

/** What opens an account for a while: sessions of browsers, tokens of programs, codes on paper. */
class SessionsTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Duration MOMENT = Duration.ofMillis(1);

  private final HandClock clock = new HandClock(NOW);
  @TempDir private Path folder;
  private Store store;
  private Sessions sessions;
  private Tokens tokens;
  private RecoveryCodes codes;

  @BeforeEach
  void open() {
    store = Store.open(TestDatabase.SQLITE.fresh(folder), clock);
    sessions = new Sessions(store.sessions(), clock);
    tokens = new Tokens(store.tokens(), clock);
    codes = new RecoveryCodes(store.credentials(), clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Instant lastSeen() {
    return sessions.list("ana").getFirst().lastSeen();
  }

  @Test
  void aSessionThatIsNotUsedForThirtyDaysIsOver() {
    String secret = sessions.begin("ana", "Firefox").secret();
    clock.move(Duration.ofDays(30).minus(MOMENT));
    assertThat(sessions.list("ana")).hasSize(1);
    assertThat(sessions.of(secret)).isPresent();
    clock.move(Duration.ofDays(30));
    assertThat(sessions.list("ana")).isEmpty();
    assertThat(sessions.of(secret)).as("just over").isEmpty();
    assertThat(sessions.of("planted")).isEmpty();
  }

  @Test
  void afterHalfAYearASessionIsOverHoweverOftenItIsUsed() {
    String secret = sessions.begin("ana", "Firefox").secret();
    for (int i = 0; i < 8; i++) {
      clock.move(Duration.ofDays(20));
      assertThat(sessions.of(secret)).isPresent();
    }
    clock.move(Duration.ofDays(20).minus(MOMENT));
    assertThat(sessions.of(secret)).isPresent();
    clock.move(MOMENT);
    assertThat(sessions.of(secret)).isEmpty();
  }

  @Test
  void usesAreNotedAfterMoreThanFiveMinutes() {
    Sessions.Begun begun = sessions.begin("ana", "Firefox");
    assertThat(begun.session())
        .isEqualTo(new Session(begun.session().id(), "ana", "Firefox", NOW, NOW, NOW));
    clock.move(Duration.ofMinutes(5));
    sessions.of(begun.secret());
    assertThat(lastSeen()).isEqualTo(NOW);
    clock.move(MOMENT);
    sessions.of(begun.secret());
    assertThat(lastSeen()).isEqualTo(clock.instant());
  }

  @Test
  void whoProvesAgainWhoSheIsGoesOnUnderANewSecret() {
    Sessions.Begun begun = sessions.begin("ana", "Firefox");
    clock.move(Duration.ofHours(1));
    String secret = sessions.confirm(begun.session());
    assertThat(sessions.of(begun.secret())).isEmpty();
    assertThat(sessions.of(secret).orElseThrow().confirmed()).isEqualTo(clock.instant());
    assertThat(sessions.of(secret).orElseThrow().id()).isEqualTo(begun.session().id());
  }

  @Test
  void sessionsAreEndedOneByOneOrAllOthers() {
    Session one = sessions.begin("ana", "Firefox").session();
    Session other = sessions.begin("ana", "Chromium").session();
    sessions.begin("ana", "Safari");
    sessions.begin("bea", "Firefox");
    assertThat(sessions.end("bea", one.id())).isFalse();
    assertThat(sessions.end("ana", one.id())).isTrue();
    assertThat(sessions.endOthers("ana", other.id())).isEqualTo(1);
    assertThat(sessions.list("ana")).containsExactly(other);
    assertThat(sessions.list("bea")).hasSize(1);
  }

  private Tokens.Issued token(Duration lifetime) {
    return tokens.issue("ana", "script", Set.of(Scope.READ, Scope.IMPORT), lifetime);
  }

  @Test
  void aTokenOpensTheAccountUntilItExpires() {
    Tokens.Issued issued = token(Duration.ofDays(2));
    assertThat(issued.secret()).startsWith("ww_");
    assertThat(issued.token().expires()).isEqualTo(NOW.plus(Duration.ofDays(2)));
    clock.move(Duration.ofDays(2).minus(MOMENT));
    Token found = tokens.of(issued.secret()).orElseThrow();
    assertThat(found).isEqualTo(issued.token());
    clock.move(MOMENT);
    assertThat(tokens.of(issued.secret())).isEmpty();
    assertThat(tokens.list("ana")).as("also those that have expired").hasSize(1);
    assertThat(tokens.of("ww_planted")).isEmpty();
    assertThat(tokens.of(issued.secret().substring(3))).isEmpty();
  }

  @Test
  void aTokenLastsAtMostAYearAndSomethingAndNeverNoTime() {
    assertThat(token(Duration.ofDays(366)).token().scopes())
        .containsExactlyInAnyOrder(Scope.READ, Scope.IMPORT);
    assertThatThrownBy(() -> token(Duration.ofDays(366).plus(MOMENT)))
        .hasMessageContaining("at most 366 days");
    assertThatThrownBy(() -> token(Duration.ZERO)).hasMessageContaining("must expire after");
    assertThatThrownBy(() -> tokens.issue("ana", "x", Set.of(), Duration.ofDays(1)))
        .hasMessageContaining("needs a scope");
  }

  private Optional<Instant> lastUsed() {
    return tokens.list("ana").getFirst().lastUsed();
  }

  @Test
  void theUseOfATokenIsNotedAtFirstAndAfterMoreThanFiveMinutes() {
    Tokens.Issued issued = token(Duration.ofDays(2));
    assertThat(lastUsed()).isEmpty();
    tokens.of(issued.secret());
    assertThat(lastUsed()).contains(NOW);
    clock.move(Duration.ofMinutes(5));
    tokens.of(issued.secret());
    assertThat(lastUsed()).contains(NOW);
    clock.move(MOMENT);
    tokens.of(issued.secret());
    assertThat(lastUsed()).contains(clock.instant());
    assertThat(tokens.revoke("bea", issued.token().id())).isFalse();
    assertThat(tokens.revoke("ana", issued.token().id())).isTrue();
    assertThat(tokens.of(issued.secret())).isEmpty();
  }

  @Test
  void tenCodesOfSixteenSignsOpenOnceHoweverTheyAreTyped() {
    List<String> made = codes.make("ana");
    assertThat(made).hasSize(10).doesNotHaveDuplicates();
    assertThat(made).allMatch(code -> code.matches("([a-hjkmnp-z02-9]{4}-){3}[a-hjkmnp-z02-9]{4}"));
    assertThat(codes.left("ana")).isEqualTo(10);
    String typed = made.getFirst().toUpperCase(Locale.ROOT).replace('-', ' ');
    assertThat(codes.use("bea", typed)).isFalse();
    assertThat(codes.use("ana", typed)).isTrue();
    assertThat(codes.use("ana", made.getFirst())).as("used up").isFalse();
    assertThat(codes.left("ana")).isEqualTo(9);
    codes.make("ana");
    assertThat(codes.use("ana", made.getLast())).as("replaced").isFalse();
    assertThat(codes.left("ana")).isEqualTo(10);
  }
}
