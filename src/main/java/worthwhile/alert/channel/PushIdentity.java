package worthwhile.alert.channel;

import com.interaso.webpush.VapidKeys;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import worthwhile.store.Store;

/**
 * The pair of keys by which push services know this instance (RFC 8292). Made when it is first
 * needed; all processes on one store have the same, since browsers trust no other.
 */
public final class PushIdentity {
  private static final String NAME = "push-identity";

  private final Store store;
  private volatile @Nullable VapidKeys keys;

  public PushIdentity(Store store) {
    this.store = store;
  }

  /** The public key as browsers want it: 65 bytes in base64url. */
  public String publicKey() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(keys().getApplicationServerKey());
  }

  VapidKeys keys() {
    if (keys == null) keys = read(store.meta().get(NAME).orElseGet(this::made));
    return keys;
  }

  /** What stands in the store after this: another process may have been faster. */
  private String made() {
    VapidKeys made = VapidKeys.generate();
    return store
        .meta()
        .putIfAbsent(NAME, made.getX509PublicKey() + " " + made.getPkcs8PrivateKey());
  }

  private static VapidKeys read(String stored) {
    String[] pair = stored.split(" ", 2);
    return VapidKeys.create(pair[0], pair[1]);
  }
}
