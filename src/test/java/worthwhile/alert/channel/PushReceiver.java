package worthwhile.alert.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import worthwhile.alert.saved.Destination;

/** A browser's side of Web Push, written after RFC 8291 and 8292 with nothing of what sends. */
public final class PushReceiver {
  private static final byte[] AUTH = "sixteen bytes ok".getBytes(UTF_8);

  private final ECPrivateKey key;
  private final byte[] point;
  private final byte[] auth;

  private PushReceiver(ECPrivateKey key, byte[] point, byte[] auth) {
    this.key = key;
    this.point = point;
    this.auth = auth;
  }

  /** One with keys of its own. */
  public static PushReceiver fresh() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      var pair = generator.generateKeyPair();
      ECPoint w = ((ECPublicKey) pair.getPublic()).getW();
      byte[] point = joined(new byte[] {4}, coordinate(w.getAffineX()), coordinate(w.getAffineY()));
      return new PushReceiver((ECPrivateKey) pair.getPrivate(), point, AUTH);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One with given keys, all in base64url. */
  static PushReceiver of(String privateKey, String publicKey, String auth)
      throws GeneralSecurityException {
    BigInteger s = new BigInteger(1, bytes(privateKey));
    ECPrivateKey key =
        (ECPrivateKey)
            KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(s, curve()));
    return new PushReceiver(key, bytes(publicKey), bytes(auth));
  }

  /** Its subscription at a push service. */
  public Destination.Push at(String endpoint) {
    return new Destination.Push(URI.create(endpoint), base64(point), base64(auth));
  }

  /** What a body says; throws if it is not for this browser or was changed on its way. */
  public String opened(byte[] body) throws GeneralSecurityException {
    ByteBuffer in = ByteBuffer.wrap(body);
    byte[] salt = taken(in, 16);
    int record = in.getInt();
    byte[] sender = taken(in, in.get() & 0xFF);
    byte[] sealed = taken(in, in.remaining());
    if (sealed.length > record) throw new GeneralSecurityException("more than one record");
    byte[] plain = cipher(salt, sender).doFinal(sealed);
    int end = plain.length - 1;
    while (plain[end] == 0) end--;
    if (plain[end] != 2) throw new GeneralSecurityException("not the last record");
    return new String(plain, 0, end, UTF_8);
  }

  private Cipher cipher(byte[] salt, byte[] sender) throws GeneralSecurityException {
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(key);
    agreement.doPhase(publicKey(sender), true);
    byte[] shared = hmac(auth, agreement.generateSecret());
    byte[] input =
        hmac(shared, joined("WebPush: info\0".getBytes(UTF_8), point, sender, new byte[] {1}));
    byte[] pseudo = hmac(salt, input);
    byte[] content = hmac(pseudo, "Content-Encoding: aes128gcm\0\1".getBytes(UTF_8));
    byte[] nonce = hmac(pseudo, "Content-Encoding: nonce\0\1".getBytes(UTF_8));
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(Arrays.copyOf(content, 16), "AES"),
        new GCMParameterSpec(128, Arrays.copyOf(nonce, 12)));
    return cipher;
  }

  /** The claims of a token that a key has really signed, as JSON. */
  static String claims(String token, String publicKey) throws GeneralSecurityException {
    String[] parts = token.split("\\.");
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(publicKey(bytes(publicKey)));
    signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
    if (!signature.verify(bytes(parts[2]))) throw new GeneralSecurityException("not signed");
    return new String(bytes(parts[1]), UTF_8);
  }

  static ECPublicKey publicKey(byte[] point) throws GeneralSecurityException {
    BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 33));
    BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 33, 65));
    return (ECPublicKey)
        KeyFactory.getInstance("EC")
            .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve()));
  }

  private static ECParameterSpec curve() throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp256r1"));
    return parameters.getParameterSpec(ECParameterSpec.class);
  }

  private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text);
  }

  private static byte[] coordinate(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] wide = new byte[32];
    int from = Math.max(0, bytes.length - 32);
    System.arraycopy(bytes, from, wide, 32 - (bytes.length - from), bytes.length - from);
    return wide;
  }

  private static byte[] taken(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  private static byte[] joined(byte[]... parts) {
    ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(each -> each.length).sum());
    for (byte[] part : parts) all.put(part);
    return all.array();
  }

  private static byte[] bytes(String base64) {
    return Base64.getUrlDecoder().decode(base64);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
