package worthwhile.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import worthwhile.posting.PostingJson;

/** Makes a passkey and answers with it, as the chip in a phone does (WebAuthn level 3). */
final class Authenticator {
  static final int PRESENT = 0x01;
  static final int VERIFIED = 0x04;
  static final int BACKUP_ELIGIBLE = 0x08;
  static final int BACKED_UP = 0x10;
  private static final int WITH_KEY = 0x40;

  private final String origin;
  private final byte[] id;
  private final KeyPair keys;
  int flags = PRESENT | VERIFIED;
  int uses;

  /** Answers pages of an origin, with a key that has this id. */
  Authenticator(String origin, String id) {
    this.origin = origin;
    this.id = id.getBytes(UTF_8);
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String id() {
    return base64(id);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The answer to {@code navigator.credentials.create}. */
  String create(String options) {
    String party = PostingJson.MAPPER.readTree(options).path("rp").path("id").asString();
    ByteBuffer told = ByteBuffer.allocate(500);
    told.put(sha(party.getBytes(UTF_8))).put((byte) (flags | WITH_KEY)).putInt(uses);
    told.put(new byte[16]).putShort((short) id.length).put(id).put(publicKey());
    byte[] data = written(told);
    ByteBuffer attestation = ByteBuffer.allocate(600);
    attestation.put((byte) 0xA3);
    attestation.put(text("fmt")).put(text("none")).put(text("attStmt")).put((byte) 0xA0);
    attestation.put(text("authData")).put((byte) 0x59).putShort((short) data.length).put(data);
    return answer(
        "\"clientDataJSON\":\"%s\",\"attestationObject\":\"%s\",\"transports\":[\"internal\"]"
            .formatted(base64(client("webauthn.create", options)), base64(written(attestation))));
  }

  /** The answer to {@code navigator.credentials.get}, for the owner of this account. */
  String get(String options, String owner) {
    String party = PostingJson.MAPPER.readTree(options).path("rpId").asString();
    ByteBuffer told = ByteBuffer.allocate(37);
    told.put(sha(party.getBytes(UTF_8))).put((byte) flags).putInt(++uses);
    byte[] client = client("webauthn.get", options);
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(told.array());
      signature.update(sha(client));
      return answer(
          "\"clientDataJSON\":\"%s\",\"authenticatorData\":\"%s\",\"signature\":\"%s\",\"userHandle\":\"%s\""
              .formatted(
                  base64(client),
                  base64(told.array()),
                  base64(signature.sign()),
                  base64(owner.getBytes(UTF_8))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String answer(String response) {
    return ("{\"id\":\"%s\",\"rawId\":\"%s\",\"type\":\"public-key\","
            + "\"clientExtensionResults\":{},\"response\":{%s}}")
        .formatted(id(), id(), response);
  }

  private byte[] client(String type, String options) {
    String challenge = PostingJson.MAPPER.readTree(options).path("challenge").asString();
    return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\"}"
        .formatted(type, challenge, origin)
        .getBytes(UTF_8);
  }

  /** As a COSE key: an elliptic one for ES256. */
  private byte[] publicKey() {
    ECPublicKey key = (ECPublicKey) keys.getPublic();
    ByteBuffer cose = ByteBuffer.allocate(100);
    cose.put(new byte[] {(byte) 0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01});
    cose.put(new byte[] {0x21, 0x58, 32}).put(coordinate(key.getW().getAffineX()));
    cose.put(new byte[] {0x22, 0x58, 32}).put(coordinate(key.getW().getAffineY()));
    return written(cose);
  }

  private static byte[] coordinate(BigInteger number) {
    byte[] all = new byte[32];
    byte[] bytes = number.toByteArray();
    int length = Math.min(32, bytes.length);
    System.arraycopy(bytes, bytes.length - length, all, 32 - length, length);
    return all;
  }

  private static byte[] text(String word) {
    byte[] bytes = word.getBytes(UTF_8);
    return ByteBuffer.allocate(bytes.length + 1)
        .put((byte) (0x60 + bytes.length))
        .put(bytes)
        .array();
  }

  private static byte[] written(ByteBuffer buffer) {
    byte[] all = new byte[buffer.position()];
    buffer.flip().get(all);
    return all;
  }

  private static byte[] sha(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
