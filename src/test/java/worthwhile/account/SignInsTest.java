package worthwhile.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.HandClock;
import worthwhile.account.Accounts.Joined;
import worthwhile.account.Accounts.Wish;
import worthwhile.account.Passkeys.Purpose;
import worthwhile.account.SignIns.From;
import worthwhile.account.SignIns.Outcome;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;

/** Becoming somebody here, and proving it. */
class SignInsTest {
  private static final String PASSWORD = "grey otter thursday";
  private static final String ADDRESS = "192.0.2.1";
  private static final From HOME = new From(ADDRESS, Optional.empty());
  private static final RelyingParty PARTY =
      new RelyingParty("tasks.example", "https://tasks.example");

  private final HandClock clock = new HandClock(Instant.parse("2026-11-20T12:00:00Z"));
  private final Authenticator phone = new Authenticator(PARTY.origin(), "phone-key");
  @TempDir private Path folder;
  private Store store;
  private Accounts accounts;

  @BeforeEach
  void open() {
    store = Store.open(TestDatabase.SQLITE.fresh(folder), clock);
    accounts = new Accounts(store, clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Wish wish(String name) {
    return new Wish(name, Optional.empty(), false);
  }

  private Account join(String name) {
    return ((Joined.In) accounts.join(wish(name), PASSWORD, "203.0.113.9")).account();
  }

  private String field(Joined joined) {
    return joined instanceof Joined.Refused(String field, String _) ? field : joined.toString();
  }

  private Outcome byPassword(String name, String password) {
    return accounts.signIns().byPassword(name, password, HOME);
  }

  private void addPhone(Account account) {
    String asked = accounts.passkeys().askForNew(PARTY, Purpose.ADD, account.id(), "x");
    assertThat(accounts.addPasskey(account, PARTY, phone.create(asked), "Phone")).isTrue();
  }

  @Test
  void whoeverKnowsThePasswordIsSignedInByAnySpellingOfTheName() {
    Account ana = join("Ana Ähre");
    assertThat(ana.roles()).containsExactly(Role.WORKER);
    assertThat(byPassword(" ana ÄHRE ", PASSWORD)).isEqualTo(new Outcome.SignedIn(ana));
    assertThat(byPassword("Ana Ähre", PASSWORD + "!")).isEqualTo(new Outcome.Wrong());
    assertThat(byPassword("Nobody", PASSWORD)).isEqualTo(new Outcome.Wrong());
    assertThat(accounts.signIns().confirmByPassword(ana, PASSWORD, HOME))
        .isEqualTo(new Outcome.SignedIn(ana));
  }

  @Test
  void tooManyWrongOnesMakeARightOneWaitUnlessItsBrowserIsKnown() {
    Account ana = join("Ana");
    Account bea = join("Bea");
    String device = accounts.signIns().remember(ana, Optional.empty());
    for (int i = 0; i < 5; i++) byPassword("Ana", "wrong");
    assertThat(byPassword("Ana", PASSWORD)).isEqualTo(new Outcome.TooSoon(Duration.ofSeconds(1)));
    From known = new From(ADDRESS, Optional.of(device));
    assertThat(accounts.signIns().byPassword("Ana", PASSWORD, known))
        .isEqualTo(new Outcome.SignedIn(ana));
    for (int i = 0; i < 5; i++) byPassword("Bea", "wrong");
    assertThat(accounts.signIns().byPassword("Bea", PASSWORD, known))
        .as("known to another one")
        .isInstanceOf(Outcome.TooSoon.class);
    assertThat(accounts.signIns().remember(bea, Optional.of(device))).isEqualTo(device);
    assertThat(accounts.signIns().byPassword("Bea", PASSWORD, known))
        .isEqualTo(new Outcome.SignedIn(bea));
  }

  @Test
  void aBrowserIsKnownForFourHundredDaysUnlessAllIsEnded() {
    Account ana = join("Ana");
    String device = accounts.signIns().remember(ana, Optional.empty());
    accounts.sessions().begin(ana.id(), "Firefox");
    clock.move(Duration.ofDays(400).minusMillis(1));
    for (int i = 0; i < 5; i++) byPassword("Ana", "wrong");
    From known = new From(ADDRESS, Optional.of(device));
    assertThat(accounts.signIns().byPassword("Ana", PASSWORD, known))
        .isEqualTo(new Outcome.SignedIn(ana));
    clock.move(Duration.ofMillis(1));
    assertThat(accounts.signIns().byPassword("Ana", PASSWORD, known))
        .isInstanceOf(Outcome.TooSoon.class);
    String again = accounts.signIns().remember(ana, Optional.empty());
    accounts.endSessions(ana);
    assertThat(accounts.sessions().list(ana.id())).isEmpty();
    assertThat(
            accounts.signIns().byPassword("Ana", PASSWORD, new From(ADDRESS, Optional.of(again))))
        .isInstanceOf(Outcome.TooSoon.class);
  }

  @Test
  void aHashOfOldCostsIsMadeAnewByARightPassword() {
    Account ana = join("Ana");
    byte[] password = "lamp carrot thursday".getBytes(UTF_8);
    byte[] salt = new byte[16];
    byte[] hash =
        Argon2Function.getInstance(19_456, 1, 1, 32, Argon2.ID).hash(password, salt).getBytes();
    String cheap = new Argon2Hash(19_456, 1, 1, salt, hash).toString();
    store.accounts().setPassword(ana.id(), Optional.of(cheap));
    assertThat(byPassword("Ana", PASSWORD)).isInstanceOf(Outcome.Wrong.class);
    assertThat(stored(ana)).as("only by a right one").isEqualTo(cheap);
    assertThat(byPassword("Ana", "lamp carrot thursday")).isInstanceOf(Outcome.SignedIn.class);
    String renewed = stored(ana);
    assertThat(renewed).contains("m=19456,t=2,p=1");
    assertThat(byPassword("Ana", "lamp carrot thursday")).isInstanceOf(Outcome.SignedIn.class);
    assertThat(stored(ana)).as("which is of today's costs").isEqualTo(renewed);
  }

  private String stored(Account account) {
    return store.accounts().byId(account.id()).orElseThrow().password().orElseThrow();
  }

  @Test
  void aRecoveryCodeOpensItsAccountOnceAndGuessingIsSlow() {
    Account ana = join("Ana");
    String code = accounts.recoveryCodes().make(ana.id()).getFirst();
    assertThat(accounts.signIns().byRecoveryCode("Nobody", code, HOME))
        .isEqualTo(new Outcome.Wrong());
    assertThat(accounts.signIns().byRecoveryCode("Ana", code, HOME))
        .isEqualTo(new Outcome.SignedIn(ana));
    int wrong = 0;
    while (accounts.signIns().byRecoveryCode("Ana", code, HOME) instanceof Outcome.Wrong) wrong++;
    assertThat(wrong).as("thirty of an address; the right one did not count").isEqualTo(29);
    assertThat(accounts.signIns().byRecoveryCode("Ana", code, HOME))
        .isInstanceOf(Outcome.TooSoon.class);
  }

  @Test
  void aPasskeySignsInAndConfirmsItsOwnerAlone() {
    Account ana = join("Ana");
    Account bea = join("Bea");
    addPhone(ana);
    Passkeys keys = accounts.passkeys();
    String asked = keys.askForOne(PARTY, Purpose.SIGN_IN, Optional.empty());
    assertThat(accounts.signIns().byPasskey(PARTY, phone.get(asked, ana.id()), HOME))
        .isEqualTo(new Outcome.SignedIn(ana));
    assertThat(accounts.signIns().byPasskey(PARTY, "{}", HOME)).isEqualTo(new Outcome.Wrong());
    String hers = keys.askForOne(PARTY, Purpose.CONFIRM, Optional.of(ana.id()));
    assertThat(accounts.signIns().confirmByPasskey(ana, PARTY, phone.get(hers, ana.id()), HOME))
        .isEqualTo(new Outcome.SignedIn(ana));
    String other = keys.askForOne(PARTY, Purpose.CONFIRM, Optional.of(ana.id()));
    assertThat(accounts.signIns().confirmByPasskey(bea, PARTY, phone.get(other, ana.id()), HOME))
        .isEqualTo(new Outcome.Wrong());
    int wrong = 0;
    while (accounts.signIns().byPasskey(PARTY, "{}", HOME) instanceof Outcome.Wrong) wrong++;
    assertThat(wrong).as("thirty of an address, with one before").isEqualTo(29);
  }

  @Test
  void somebodySignsUpWithAPasskey() {
    String asked = accounts.passkeys().askForNew(PARTY, Purpose.SIGN_UP, "new-id", "Ana");
    Joined joined =
        accounts.joinByPasskey(wish("Ana"), PARTY, phone.create(asked), "Phone", ADDRESS);
    assertThat(((Joined.In) joined).account().id()).isEqualTo("new-id");
    assertThat(accounts.byName("ANA").orElseThrow().id()).isEqualTo("new-id");
    assertThat(field(accounts.joinByPasskey(wish("Bea"), PARTY, "{}", "Phone", ADDRESS)))
        .isEqualTo("passkey");
    assertThat(field(accounts.joinByPasskey(wish("!"), PARTY, "{}", "Phone", ADDRESS)))
        .isEqualTo("name");
    Authenticator laptop = new Authenticator(PARTY.origin(), "laptop-key");
    String again = accounts.passkeys().askForNew(PARTY, Purpose.SIGN_UP, "other-id", "Ana");
    assertThat(
            field(accounts.joinByPasskey(wish("Ana"), PARTY, laptop.create(again), "x", ADDRESS)))
        .isEqualTo("name");
    assertThat(accounts.passkeys().list("other-id")).as("nobody's key is kept").isEmpty();
    assertThat(accounts.passkeys().list("new-id")).hasSize(1);
    for (int i = 0; i < 7; i++) accounts.joinByPasskey(wish("Bea"), PARTY, "{}", "x", ADDRESS);
    assertThat(accounts.joinByPasskey(wish("Bea"), PARTY, "{}", "x", ADDRESS))
        .isInstanceOf(Joined.TooSoon.class);
  }

  @Test
  void namesPasswordsAndTenAccountsOfAnAddressAreChecked() {
    join("Ana");
    assertThat(field(accounts.join(wish("x"), PASSWORD, ADDRESS))).isEqualTo("name");
    assertThat(field(accounts.join(wish("Bea"), "short", ADDRESS))).isEqualTo("password");
    assertThat(field(accounts.join(wish("ANA"), PASSWORD, ADDRESS))).isEqualTo("name");
    for (int i = 0; i < 9; i++) accounts.join(wish("ana"), PASSWORD, ADDRESS);
    assertThat(accounts.join(wish("Bea"), PASSWORD, ADDRESS)).isInstanceOf(Joined.TooSoon.class);
    assertThat(field(accounts.join(wish("x")))).isEqualTo("name");
    Account bare = ((Joined.In) accounts.join(wish("Cleo"))).account();
    assertThat(accounts.hasPassword(bare)).isFalse();
    assertThat(accounts.all()).extracting(Account::name).containsExactly("Ana", "Cleo");
  }

  /** The longest local part has 64 signs, the longest address 254. */
  @ParameterizedTest
  @CsvSource({
    "ana@mill.example, true", "ana@mill, false", "ana mill@mill.example, false",
    "@mill.example, false", "ana@mill.example., false", "a@b@mill.example, false"
  })
  void anAddressOfElectronicMailLooksLikeOne(String email, boolean fine) {
    Account ana = join("Ana");
    assertThat(accounts.setEmail(ana, "  " + email).isEmpty()).isEqualTo(fine);
    assertThat(accounts.email(ana)).isEqualTo(Optional.of(email).filter(_ -> fine));
    Joined joined = accounts.join(new Wish("Bea", Optional.of(email), false));
    assertThat(field(joined).equals("email")).isEqualTo(!fine);
  }

  @Test
  void anAddressOfElectronicMailIsNotTooLongAndMayBeTakenAway() {
    Account ana = join("Ana");
    String host = "@" + "m".repeat(254 - 64 - 9) + ".example";
    assertThat(accounts.setEmail(ana, "a".repeat(64) + host)).isEmpty();
    assertThat(accounts.setEmail(ana, "a".repeat(64) + host.replace("@", "@m"))).isPresent();
    assertThat(accounts.setEmail(ana, "a".repeat(65) + "@m.example")).isPresent();
    assertThat(accounts.email(ana)).contains("a".repeat(64) + host);
    assertThat(accounts.setEmail(ana, " ")).isEmpty();
    assertThat(accounts.email(ana)).isEmpty();
    Joined blank = accounts.join(new Wish("Bea", Optional.of(" "), false));
    assertThat(accounts.email(((Joined.In) blank).account())).isEmpty();
  }

  @Test
  void theOnlyWayInStays() {
    Account ana = join("Ana");
    assertThat(accounts.removePassword(ana)).isFalse();
    assertThat(accounts.hasPassword(ana)).isTrue();
    addPhone(ana);
    assertThat(accounts.removePassword(ana)).isTrue();
    assertThat(accounts.hasPassword(ana)).isFalse();
    assertThat(accounts.removePasskey(ana, phone.id())).isFalse();
    assertThat(accounts.setPassword(ana, "short")).isPresent();
    assertThat(accounts.hasPassword(ana)).isFalse();
    assertThat(accounts.setPassword(ana, PASSWORD)).isEmpty();
    assertThat(accounts.removePasskey(ana, "other")).isFalse();
    assertThat(accounts.removePasskey(ana, phone.id())).isTrue();
    assertThat(accounts.passkeys().list(ana.id())).isEmpty();
  }

  @Test
  void oneOfTwoPasskeysMayGo() {
    Account ana = ((Joined.In) accounts.join(wish("Ana"))).account();
    addPhone(ana);
    assertThat(accounts.removePasskey(ana, phone.id())).isFalse();
    Authenticator laptop = new Authenticator(PARTY.origin(), "laptop-key");
    String asked = accounts.passkeys().askForNew(PARTY, Purpose.ADD, ana.id(), "x");
    assertThat(accounts.addPasskey(ana, PARTY, laptop.create(asked), "Laptop")).isTrue();
    String others = accounts.passkeys().askForNew(PARTY, Purpose.ADD, "else", "x");
    assertThat(
            accounts.addPasskey(
                ana, PARTY, new Authenticator(PARTY.origin(), "k").create(others), "x"))
        .as("asked of somebody else")
        .isFalse();
    assertThat(accounts.removePasskey(ana, phone.id())).isTrue();
  }

  @Test
  void aNewRoleEndsAllSessionsAndEverybodyStaysAWorker() {
    Account ana = join("Ana");
    accounts.sessions().begin(ana.id(), "Firefox");
    accounts.setRoles(ana, Set.of(Role.MODERATOR));
    assertThat(accounts.byId(ana.id()).orElseThrow().roles())
        .isEqualTo(EnumSet.of(Role.WORKER, Role.MODERATOR));
    assertThat(accounts.sessions().list(ana.id())).isEmpty();
    accounts.setRoles(ana, Set.of());
    assertThat(accounts.byId(ana.id()).orElseThrow().roles()).containsExactly(Role.WORKER);
  }

  @Test
  void whoSitsAtTheMachineOwnsItUntilSomebodySignsUp() {
    assertThat(accounts.local().orElseThrow().isLocal()).isTrue();
    assertThat(accounts.local().orElseThrow().roles()).isEqualTo(EnumSet.allOf(Role.class));
    assertThat(accounts.byId(Account.LOCAL)).isPresent();
    accounts.recoveryCodes().make(Account.LOCAL);
    Account heir =
        ((Joined.In) accounts.join(new Wish("Ana", Optional.empty(), true), PASSWORD, ADDRESS))
            .account();
    assertThat(accounts.local()).isEmpty();
    assertThat(accounts.byId(Account.LOCAL)).isEmpty();
    assertThat(accounts.recoveryCodes().left(heir.id())).as("taken over").isEqualTo(10);
    assertThat(accounts.join(new Wish("Bea", Optional.empty(), true), PASSWORD, ADDRESS))
        .as("no longer the first, and no heir")
        .isInstanceOf(Joined.In.class);
    assertThat(accounts.export(heir)).isNotEmpty();
    accounts.delete(heir);
    assertThat(accounts.byName("Ana")).isEmpty();
  }
}
