package worthwhile.alert.saved;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;

/** Whether what a browser gives for its keys can be keys (RFC 8291). */
final class PushKeys {
  private static final BigInteger P =
      new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
  private static final BigInteger B =
      new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);
  private static final int COORDINATE = 32;
  private static final int UNCOMPRESSED = 4;
  private static final int SECRET = 16;

  private PushKeys() {}

  static boolean arePlausible(String p256dh, String auth) {
    try {
      return isPoint(Base64.getUrlDecoder().decode(p256dh))
          && Base64.getUrlDecoder().decode(auth).length == SECRET;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  /** Whether bytes are a point of P-256, written out: y² = x³ - 3x + b. */
  private static boolean isPoint(byte[] bytes) {
    if (bytes.length != 1 + 2 * COORDINATE || bytes[0] != UNCOMPRESSED) return false;
    BigInteger x = new BigInteger(1, Arrays.copyOfRange(bytes, 1, 1 + COORDINATE));
    BigInteger y = new BigInteger(1, Arrays.copyOfRange(bytes, 1 + COORDINATE, bytes.length));
    if (x.compareTo(P) >= 0 || y.compareTo(P) >= 0) return false;
    BigInteger right = x.pow(3).subtract(x.multiply(BigInteger.valueOf(3))).add(B);
    return y.pow(2).subtract(right).mod(P).signum() == 0;
  }
}
