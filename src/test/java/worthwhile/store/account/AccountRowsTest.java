package worthwhile.store.account;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.store.Examples.NOON;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;

/** Accounts, sessions, tokens and credentials through the real databases. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class AccountRowsTest {
  private static final Instant LATER = NOON.plus(Duration.ofDays(1));

  @Parameter TestDatabase kind;
  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(kind.fresh(folder), Clock.fixed(NOON, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static AccountRows.Row account(String id) {
    return new AccountRows.Row(
        id, "Name " + id, "key " + id, Set.of("worker"), Optional.empty(), Optional.empty(), NOON);
  }

  @Test
  void postingsAreForgottenAndWhatBelongsToAccountsStays() {
    store.accounts().add(account("ada"));
    fill("ada");
    store
        .postings()
        .apply(
            List.of(new worthwhile.intake.Change.New(worthwhile.store.Examples.posting("s", "1"))),
            worthwhile.store.Examples.run("r1"));
    store.meta().put("kept", "yes");
    String generation = store.generation();
    long revision = store.postings().revision();
    store.forgetAllButAccounts();
    assertThat(store.postings().byId("s:1")).isEmpty();
    assertThat(store.runs().newest(5)).isEmpty();
    assertThat(store.sessions().of("ada")).hasSize(1);
    assertThat(store.tokens().of("ada")).hasSize(1);
    assertThat(store.accounts().byId("ada")).isPresent();
    assertThat(store.meta().get("kept")).contains("yes");
    assertThat(store.postings().revision()).isEqualTo(revision);
    assertThat(store.generation()).isNotEqualTo(generation);
  }

  /** A row in every table of this kind. */
  private void fill(String account) {
    store
        .sessions()
        .add(
            new SessionRows.Row(
                "s" + account, "hs" + account, account, "Firefox", NOON, NOON, NOON, LATER));
    store
        .tokens()
        .add(
            new TokenRows.Row(
                "t" + account,
                "ht" + account,
                account,
                "mine",
                Set.of("read", "import"),
                NOON,
                LATER,
                Optional.empty()));
    store.credentials().add(passkey("p" + account, account));
    store.credentials().putCodes(account, List.of("one", "two"));
    store.credentials().know("d" + account, account, NOON, LATER);
    store
        .credentials()
        .ask(new CredentialRows.Challenge("c" + account, Optional.of(account), "ADD", LATER), NOON);
  }

  private static CredentialRows.Passkey passkey(String id, String account) {
    return new CredentialRows.Passkey(
        id,
        account,
        "Phone",
        new byte[] {1, 0, -1},
        3,
        true,
        false,
        Set.of("internal", "hybrid"),
        NOON,
        Optional.empty());
  }

  @Test
  void whatIsStoredComesBackAndOneNameIsOneAccount() {
    assertThat(store.accounts().isEmpty()).isTrue();
    assertThat(store.accounts().add(account("a"))).isTrue();
    AccountRows.Row same =
        new AccountRows.Row(
            "b", "Other", "key a", Set.of(), Optional.empty(), Optional.empty(), NOON);
    assertThat(store.accounts().add(same)).isFalse();
    assertThat(store.accounts().addFirst(account("b"), "local")).isFalse();
    assertThat(store.accounts().all()).containsExactly(account("a"));
    store.accounts().setRoles("a", Set.of("worker", "operator"));
    store.accounts().setEmail("a", Optional.of("a@tasks.example"));
    store.accounts().setPassword("a", Optional.of("hashed"));
    AccountRows.Row changed = store.accounts().byKey("key a").orElseThrow();
    assertThat(changed.roles()).containsExactly("operator", "worker");
    assertThat(changed.email()).contains("a@tasks.example");
    assertThat(changed.password()).contains("hashed");

    fill("a");
    store.sessions().seen("sa", LATER, LATER.plusSeconds(9));
    store.sessions().confirmed("sa", "new", LATER);
    assertThat(store.sessions().byHash("hsa")).isEmpty();
    assertThat(store.sessions().byHash("new").orElseThrow().confirmed()).isEqualTo(LATER);
    assertThat(store.sessions().deleteExpired(LATER.plusSeconds(9))).isEqualTo(1);
    store.tokens().used("ta", LATER);
    assertThat(store.tokens().byHash("hta").orElseThrow().lastUsed()).contains(LATER);
    assertThat(store.tokens().of("a").getFirst().scopes()).containsExactly("import", "read");
  }

  @Test
  void credentialsAreUsedAsTheyMay() {
    fill("a");
    CredentialRows credentials = store.credentials();
    CredentialRows.Passkey stored = credentials.passkey("pa").orElseThrow();
    assertThat(stored.credential()).containsExactly(1, 0, -1);
    assertThat(stored.transports()).containsExactly("hybrid", "internal");
    assertThat(stored.backupEligible()).isTrue();
    assertThat(credentials.add(passkey("pa", "b"))).isFalse();
    credentials.used("pa", 4, true, LATER);
    assertThat(credentials.passkeys("a").getFirst().uses()).isEqualTo(4);
    assertThat(credentials.rename("b", "pa", "Theirs")).isFalse();
    assertThat(credentials.rename("a", "pa", "Mine")).isTrue();

    assertThat(credentials.useCode("b", "one", NOON)).isFalse();
    assertThat(credentials.useCode("a", "one", NOON)).isTrue();
    assertThat(credentials.useCode("a", "one", NOON)).isFalse();
    assertThat(credentials.codesLeft("a")).isEqualTo(1);
    assertThat(credentials.isKnown("da", NOON)).isTrue();
    assertThat(credentials.isKnown("da", LATER)).isFalse();

    assertThat(credentials.answered("ca", NOON)).isPresent();
    assertThat(credentials.answered("ca", NOON)).isEmpty();
    fill("b");
    assertThat(credentials.answered("cb", LATER)).isEmpty();
  }

  @Test
  void theFirstAccountInheritsAndDeletionTakesEverything() {
    fill("local");
    assertThat(store.accounts().addFirst(account("a"), "local")).isTrue();
    assertThat(store.tokens().of("local")).isEmpty();
    assertThat(store.accounts().export("local")).isEmpty();
    assertThat(store.accounts().export("a"))
        .containsKeys("account", "api_token", "account_session", "passkey", "recovery_code");
    assertThat(store.accounts().export("a").toString())
        .contains("Firefox")
        .doesNotContain("htlocal")
        .doesNotContain("hslocal");
    assertThat(store.accounts().delete("a")).isTrue();
    assertThat(store.accounts().export("a")).isEmpty();
    assertThat(store.accounts().delete("a")).isFalse();
  }
}
