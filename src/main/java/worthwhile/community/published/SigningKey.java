package worthwhile.community.published;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import worthwhile.store.Store;

/**
 * The key by which an instance signs what it gives to others (Ed25519, RFC 8032).
 *
 * @param shown the public half, as it stands in files
 */
record SigningKey(PrivateKey secret, String shown) {
  private static final String NAME = "community-key";
  private static final String ALGORITHM = "Ed25519";

  /** That of an instance: made when it is first needed, kept in its database. */
  static SigningKey of(Store store) throws GeneralSecurityException {
    String kept = store.meta().get(NAME).orElse(null);
    if (kept == null) kept = store.meta().putIfAbsent(NAME, made());
    String[] halves = kept.split(" ", -1);
    PrivateKey secret =
        KeyFactory.getInstance(ALGORITHM)
            .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(halves[0])));
    return new SigningKey(secret, halves[1]);
  }

  private static String made() throws GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    Base64.Encoder encoder = Base64.getEncoder();
    return encoder.encodeToString(pair.getPrivate().getEncoded())
        + " "
        + encoder.encodeToString(pair.getPublic().getEncoded());
  }

  String sign(byte[] content) throws GeneralSecurityException {
    Signature signature = Signature.getInstance(ALGORITHM);
    signature.initSign(secret);
    signature.update(content);
    return Base64.getEncoder().encodeToString(signature.sign());
  }

  /** Whether a signature is that of the key with this public half. */
  static boolean isSigned(byte[] content, String signature, String shown) {
    try {
      PublicKey key =
          KeyFactory.getInstance(ALGORITHM)
              .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(shown)));
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(key);
      check.update(content);
      return check.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  /** The secret half stays out of every text. */
  @Override
  public String toString() {
    return shown;
  }
}
