package worthwhile.account;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.Challenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import worthwhile.store.account.CredentialRows;

/**
 * Signing in by passkey (WebAuthn level 3): discoverable, so that no name need be typed, and with
 * the person verified by the authenticator. Any maker's authenticator is taken: attestation is not
 * asked for.
 */
public final class Passkeys {
  /** How long an authenticator's answer is awaited. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final CredentialRows rows;
  private final Clock clock;
  private @Nullable Reader reader;

  Passkeys(CredentialRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /** Reads and checks what authenticators say. */
  private record Reader(WebAuthnManager webAuthn, AttestedCredentialDataConverter keys) {
    static Reader make() {
      ObjectConverter converter = new ObjectConverter();
      return new Reader(
          WebAuthnManager.createNonStrictWebAuthnManager(converter),
          new AttestedCredentialDataConverter(converter));
    }
  }

  /** Made when it is first needed: it would slow down every start. */
  private synchronized Reader reader() {
    if (reader == null) reader = Reader.make();
    return reader;
  }

  /** Why an authenticator is asked; an answer to one question is none to another. */
  public enum Purpose {
    SIGN_UP,
    SIGN_IN,
    ADD,
    CONFIRM
  }

  /**
   * Asks for a new passkey.
   *
   * @param account whose it will be; it need not exist yet
   * @return what {@code navigator.credentials.create} takes, as JSON
   */
  public String askForNew(RelyingParty party, Purpose purpose, String account, String name) {
    String challenge = ask(purpose, Optional.of(account));
    List<String> had = list(account).stream().map(Passkey::id).toList();
    return PasskeyOptions.creation(party, challenge, account, name, had, PATIENCE);
  }

  /**
   * Asks for a passkey that there is.
   *
   * @param account whose it must be; absent for anybody's
   * @return what {@code navigator.credentials.get} takes, as JSON
   */
  public String askForOne(RelyingParty party, Purpose purpose, Optional<String> account) {
    String challenge = ask(purpose, account);
    List<String> allowed =
        account.map(id -> list(id).stream().map(Passkey::id).toList()).orElse(List.of());
    return PasskeyOptions.request(party, challenge, allowed, PATIENCE);
  }

  private String ask(Purpose purpose, Optional<String> account) {
    String challenge = RandomSecret.next();
    Instant now = clock.instant();
    rows.ask(
        new CredentialRows.Challenge(
            RandomSecret.hash(challenge), account, purpose.name(), now.plus(PATIENCE)),
        now);
    return challenge;
  }

  /**
   * Stores the passkey that an authenticator made, if its answer is right.
   *
   * @param answer of {@code navigator.credentials.create}, as JSON
   * @return id of the account it was made for; absent if the answer is not to be believed
   */
  Optional<String> register(RelyingParty party, Purpose purpose, String answer, String name) {
    try {
      RegistrationData data = reader().webAuthn().parseRegistrationResponseJSON(answer);
      Challenge challenge = data.getCollectedClientData().getChallenge();
      Optional<String> account =
          answered(challenge, purpose).flatMap(CredentialRows.Challenge::account);
      if (account.isEmpty()) return Optional.empty();
      ServerProperty server = server(party, challenge);
      reader()
          .webAuthn()
          .verify(data, new RegistrationParameters(server, PasskeyOptions.ALGORITHMS, true));
      return rows.add(row(account.get(), name, data)) ? account : Optional.empty();
    } catch (WebAuthnException
        | JacksonException
        | IllegalArgumentException
        | NullPointerException notToBeBelieved) {
      return Optional.empty();
    }
  }

  private CredentialRows.Passkey row(String account, String name, RegistrationData data) {
    var told = Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
    var credential = Objects.requireNonNull(told.getAttestedCredentialData());
    Set<String> transports =
        Optional.ofNullable(data.getTransports()).orElse(Set.of()).stream()
            .map(AuthenticatorTransport::getValue)
            .filter(word -> word.matches("[a-z-]{1,20}"))
            .collect(Collectors.toSet());
    return new CredentialRows.Passkey(
        base64(credential.getCredentialId()),
        account,
        name,
        reader().keys().convert(credential),
        told.getSignCount(),
        told.isFlagBE(),
        told.isFlagBS(),
        transports,
        clock.instant(),
        Optional.empty());
  }

  /**
   * The account whose passkey answered.
   *
   * @param answer of {@code navigator.credentials.get}, as JSON
   * @return absent if the answer is not to be believed
   */
  Optional<String> verify(RelyingParty party, Purpose purpose, String answer) {
    try {
      AuthenticationData data = reader().webAuthn().parseAuthenticationResponseJSON(answer);
      Challenge challenge = Objects.requireNonNull(data.getCollectedClientData()).getChallenge();
      Optional<CredentialRows.Challenge> asked = answered(challenge, purpose);
      Optional<CredentialRows.Passkey> known = rows.passkey(base64(data.getCredentialId()));
      if (asked.isEmpty() || known.isEmpty() || !fits(asked.get(), known.get(), data))
        return Optional.empty();
      ServerProperty server = server(party, challenge);
      reader()
          .webAuthn()
          .verify(data, new AuthenticationParameters(server, record(known.get()), null, true));
      note(known.get(), data);
      return Optional.of(known.get().account());
    } catch (WebAuthnException
        | JacksonException
        | IllegalArgumentException
        | NullPointerException notToBeBelieved) {
      return Optional.empty();
    }
  }

  /** Whether the passkey is one of whom was asked, and names its owner. */
  private static boolean fits(
      CredentialRows.Challenge asked, CredentialRows.Passkey known, AuthenticationData data) {
    byte[] handle = data.getUserHandle();
    boolean owners =
        handle == null || new String(handle, StandardCharsets.UTF_8).equals(known.account());
    return owners && asked.account().map(known.account()::equals).orElse(true);
  }

  private void note(CredentialRows.Passkey known, AuthenticationData data) {
    var told = Objects.requireNonNull(data.getAuthenticatorData());
    rows.used(known.id(), told.getSignCount(), told.isFlagBS(), clock.instant());
  }

  private CredentialRecord record(CredentialRows.Passkey known) {
    return new CredentialRecordImpl(
        new NoneAttestationStatement(),
        true,
        known.backupEligible(),
        known.backedUp(),
        known.uses(),
        reader().keys().convert(known.credential()),
        null,
        null,
        null,
        null);
  }

  private Optional<CredentialRows.Challenge> answered(Challenge challenge, Purpose purpose) {
    return rows.answered(RandomSecret.hash(base64(challenge.getValue())), clock.instant())
        .filter(asked -> asked.purpose().equals(purpose.name()));
  }

  private static ServerProperty server(RelyingParty party, Challenge challenge) {
    return ServerProperty.builder()
        .origin(new Origin(party.origin()))
        .rpId(party.id())
        .challenge(challenge)
        .build();
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** All of an account, the oldest first. */
  public List<Passkey> list(String account) {
    return rows.passkeys(account).stream()
        .map(
            row -> new Passkey(row.id(), row.name(), row.backedUp(), row.created(), row.lastUsed()))
        .toList();
  }

  /** Calls one by another name; whether there is such. */
  public boolean rename(String account, String id, String name) {
    return rows.rename(account, id, name);
  }

  /** Forgets one; whether there was such. */
  boolean remove(String account, String id) {
    return rows.remove(account, id);
  }
}
