package worthwhile.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import worthwhile.HandClock;
import worthwhile.account.Passkeys.Purpose;
import worthwhile.posting.PostingJson;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;

/** Passkeys of an authenticator that is as honest as the test lets it be. */
class PasskeysTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final RelyingParty PARTY =
      new RelyingParty("tasks.example", "https://tasks.example");
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final HandClock clock = new HandClock(NOW);
  private final Authenticator phone = new Authenticator(PARTY.origin(), "phone-key");
  private final Authenticator laptop = new Authenticator(PARTY.origin(), "laptop-key");
  @TempDir private Path folder;
  private Store store;
  private Passkeys passkeys;

  @BeforeEach
  void open() {
    store = Store.open(TestDatabase.SQLITE.fresh(folder), clock);
    passkeys = new Passkeys(store.credentials(), clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Optional<String> register(String account, Authenticator authenticator) {
    String asked = passkeys.askForNew(PARTY, Purpose.ADD, account, "Ana");
    return passkeys.register(PARTY, Purpose.ADD, authenticator.create(asked), "Phone");
  }

  private String ask(Purpose purpose, String account) {
    return passkeys.askForOne(PARTY, purpose, Optional.ofNullable(account));
  }

  private Optional<String> signIn(Authenticator authenticator, String owner) {
    String asked = passkeys.askForOne(PARTY, Purpose.SIGN_IN, Optional.empty());
    return passkeys.verify(PARTY, Purpose.SIGN_IN, authenticator.get(asked, owner));
  }

  @Test
  void aPasskeySignsItsOwnerInAndItsUseIsNoted() {
    phone.flags |= Authenticator.BACKUP_ELIGIBLE;
    assertThat(register("ana", phone)).contains("ana");
    assertThat(passkeys.list("ana"))
        .containsExactly(new Passkey(phone.id(), "Phone", false, NOW, Optional.empty()));
    clock.move(Duration.ofDays(1));
    phone.flags |= Authenticator.BACKED_UP;
    assertThat(signIn(phone, "ana")).contains("ana");
    assertThat(passkeys.list("ana"))
        .containsExactly(new Passkey(phone.id(), "Phone", true, NOW, Optional.of(clock.instant())));
    assertThat(signIn(phone, "ana")).as("and again").contains("ana");
    phone.uses = 0;
    assertThat(signIn(phone, "ana")).as("a copy that counts anew").isEmpty();
  }

  @Test
  void aKeyThatIsNotKnownOrNamesAnotherOwnerSignsNobodyIn() {
    register("ana", phone);
    register("bea", laptop);
    assertThat(signIn(new Authenticator(PARTY.origin(), "other"), "ana")).isEmpty();
    assertThat(signIn(new Authenticator(PARTY.origin(), "phone-key"), "ana"))
        .as("the same id, another key")
        .isEmpty();
    assertThat(signIn(phone, "bea")).isEmpty();
    assertThat(signIn(laptop, "bea")).contains("bea");
  }

  @Test
  void whoIsAskedToConfirmAnswersWithAKeyOfHerOwn() {
    register("ana", phone);
    register("bea", laptop);
    String asked = ask(Purpose.CONFIRM, "ana");
    assertThat(passkeys.verify(PARTY, Purpose.CONFIRM, laptop.get(asked, "bea"))).isEmpty();
    String again = ask(Purpose.CONFIRM, "ana");
    assertThat(passkeys.verify(PARTY, Purpose.CONFIRM, phone.get(again, "ana"))).contains("ana");
  }

  @Test
  void anAnswerCountsOnceAndToItsOwnQuestion() {
    String asked = passkeys.askForNew(PARTY, Purpose.ADD, "ana", "Ana");
    String answer = phone.create(asked);
    assertThat(passkeys.register(PARTY, Purpose.SIGN_UP, answer, "Phone")).isEmpty();
    assertThat(passkeys.register(PARTY, Purpose.ADD, answer, "Phone")).as("spent").isEmpty();
    assertThat(register("ana", phone)).contains("ana");
    assertThat(register("bea", phone)).as("a key that there is").isEmpty();
    String question = ask(Purpose.SIGN_IN, null);
    String said = phone.get(question, "ana");
    assertThat(passkeys.verify(PARTY, Purpose.SIGN_IN, said)).contains("ana");
    assertThat(passkeys.verify(PARTY, Purpose.SIGN_IN, said)).isEmpty();
    assertThat(
            passkeys.verify(PARTY, Purpose.CONFIRM, phone.get(ask(Purpose.SIGN_IN, null), "ana")))
        .isEmpty();
  }

  @Test
  void anAnswerIsAwaitedForFiveMinutes() {
    register("ana", phone);
    String asked = ask(Purpose.SIGN_IN, null);
    clock.move(PATIENCE.minusMillis(1));
    assertThat(passkeys.verify(PARTY, Purpose.SIGN_IN, phone.get(asked, "ana"))).isPresent();
    String late = ask(Purpose.SIGN_IN, null);
    clock.move(PATIENCE);
    assertThat(passkeys.verify(PARTY, Purpose.SIGN_IN, phone.get(late, "ana"))).isEmpty();
  }

  @Test
  void aPersonWhoIsNotVerifiedAndAPageOfAnotherOriginAreNotBelieved() {
    Authenticator elsewhere = new Authenticator("https://elsewhere.example", "phone-key");
    assertThat(register("ana", elsewhere)).isEmpty();
    phone.flags = Authenticator.PRESENT;
    assertThat(register("ana", phone)).isEmpty();
    phone.flags = Authenticator.PRESENT | Authenticator.VERIFIED;
    assertThat(register("ana", phone)).isPresent();
    phone.flags = Authenticator.PRESENT;
    assertThat(signIn(phone, "ana")).isEmpty();
    assertThat(passkeys.register(PARTY, Purpose.ADD, "{}", "x")).isEmpty();
    assertThat(passkeys.verify(PARTY, Purpose.SIGN_IN, "no JSON")).isEmpty();
  }

  @Test
  void aNewKeyIsAskedForBesideThoseThatThereAre() {
    register("ana", phone);
    JsonNode asked =
        PostingJson.MAPPER.readTree(passkeys.askForNew(PARTY, Purpose.ADD, "ana", "Ana"));
    assertThat(asked.at("/excludeCredentials/0/id").asString()).isEqualTo(phone.id());
    assertThat(asked.path("timeout").asInt()).isEqualTo(300_000);
    assertThat(asked.at("/rp/id").asString()).isEqualTo("tasks.example");
    assertThat(asked.at("/user/name").asString()).isEqualTo("Ana");
    assertThat(asked.at("/user/id").asString()).as("ana").isEqualTo("YW5h");
    assertThat(asked.at("/pubKeyCredParams").findValuesAsString("alg"))
        .containsExactly("-7", "-8", "-257");
    assertThat(asked.at("/authenticatorSelection/requireResidentKey").asBoolean()).isTrue();
    JsonNode anybody = PostingJson.MAPPER.readTree(ask(Purpose.SIGN_IN, null));
    assertThat(anybody.path("allowCredentials").size()).isZero();
    assertThat(anybody.path("timeout").asInt()).isEqualTo(300_000);
    JsonNode hers = PostingJson.MAPPER.readTree(ask(Purpose.CONFIRM, "ana"));
    assertThat(hers.at("/allowCredentials/0/id").asString()).isEqualTo(phone.id());
    assertThat(hers.path("userVerification").asString()).isEqualTo("required");
  }

  @Test
  void aKeyIsRenamedAndForgottenByItsOwnerAlone() {
    register("ana", phone);
    assertThat(passkeys.rename("bea", phone.id(), "Mine")).isFalse();
    assertThat(passkeys.rename("ana", phone.id(), "Mine")).isTrue();
    assertThat(passkeys.list("ana")).extracting(Passkey::name).isEqualTo(List.of("Mine"));
    assertThat(passkeys.remove("bea", phone.id())).isFalse();
    assertThat(passkeys.remove("ana", phone.id())).isTrue();
    assertThat(passkeys.list("ana")).isEmpty();
  }
}
