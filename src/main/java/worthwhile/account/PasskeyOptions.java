package worthwhile.account;

import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.posting.PostingJson;

/** What a browser is told before it asks an authenticator (WebAuthn's options, as JSON). */
final class PasskeyOptions {
  /** Algorithms of keys that are taken, the liked ones first. */
  static final List<PublicKeyCredentialParameters> ALGORITHMS =
      List.of(
          parameters(COSEAlgorithmIdentifier.ES256),
          parameters(COSEAlgorithmIdentifier.EdDSA),
          parameters(COSEAlgorithmIdentifier.RS256));

  private static PublicKeyCredentialParameters parameters(COSEAlgorithmIdentifier algorithm) {
    return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
  }

  private PasskeyOptions() {}

  static String creation(
      RelyingParty party,
      String challenge,
      String account,
      String name,
      List<String> had,
      Duration patience) {
    ObjectNode options = PostingJson.MAPPER.createObjectNode();
    options.putObject("rp").put("id", party.id()).put("name", "Worthwhile");
    options.putObject("user").put("id", handle(account)).put("name", name).put("displayName", name);
    options.put("challenge", challenge);
    ArrayNode algorithms = options.putArray("pubKeyCredParams");
    for (PublicKeyCredentialParameters one : ALGORITHMS)
      algorithms.addObject().put("type", "public-key").put("alg", one.getAlg().getValue());
    options.put("timeout", patience.toMillis());
    options.set("excludeCredentials", descriptors(had));
    options
        .putObject("authenticatorSelection")
        .put("residentKey", "required")
        .put("requireResidentKey", true)
        .put("userVerification", "required");
    options.put("attestation", "none");
    return options.toString();
  }

  static String request(
      RelyingParty party, String challenge, List<String> allowed, Duration patience) {
    ObjectNode options = PostingJson.MAPPER.createObjectNode();
    options.put("challenge", challenge);
    options.put("rpId", party.id());
    options.put("timeout", patience.toMillis());
    options.put("userVerification", "required");
    options.set("allowCredentials", descriptors(allowed));
    return options.toString();
  }

  private static ArrayNode descriptors(List<String> ids) {
    ArrayNode descriptors = PostingJson.MAPPER.createArrayNode();
    for (String id : ids) descriptors.addObject().put("type", "public-key").put("id", id);
    return descriptors;
  }

  private static String handle(String account) {
    byte[] bytes = account.getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
