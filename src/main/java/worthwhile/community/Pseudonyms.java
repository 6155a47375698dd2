package worthwhile.community;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import worthwhile.posting.RequesterId;
import worthwhile.store.Store;

/**
 * Names under which reviewers are shown: another one for each requester, so that no requester can
 * follow a worker from page to page, and the same one for all reviews of one requester.
 */
public final class Pseudonyms {
  private static final String SECRET = "review-pseudonyms";
  private static final int LENGTH = 8;

  private final SecretKeySpec key;

  private Pseudonyms(String secret) {
    key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  /** Those of an instance: its secret is made when it is first needed. */
  public static Pseudonyms of(Store store) {
    return new Pseudonyms(
        store
            .meta()
            .get(SECRET)
            .orElseGet(() -> store.meta().putIfAbsent(SECRET, UUID.randomUUID().toString())));
  }

  /** The name of a reviewer on the page of a requester. */
  public String of(RequesterId head, String account) {
    return of(head.toString(), account);
  }

  /** The name of a reviewer wherever this context is. */
  public String of(String context, String account) {
    try {
      Mac mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      byte[] digest = mac.doFinal((context + "\n" + account).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
