package worthwhile.site.alert;

import io.javalin.http.Context;
import java.util.Optional;
import worthwhile.alert.watch.CanaryReceiver;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.view.SiteInstance;

/** {@code POST /alerts/canary}: where the webhook of a proof that alerts work arrives. */
final class CanaryHook {
  private final CanaryReceiver receiver;

  CanaryHook(SiteInstance instance) {
    this.receiver = new CanaryReceiver(instance.store(), instance.clock());
  }

  void take(Context ctx) {
    boolean genuine =
        receiver.take(
            header(ctx, "webhook-id"),
            header(ctx, "webhook-timestamp"),
            header(ctx, "webhook-signature"),
            ctx.bodyAsBytes());
    if (!genuine)
      throw new HttpRefusal(403, "Not allowed", "Only this instance itself sends messages here.");
    ctx.status(204);
  }

  private static String header(Context ctx, String name) {
    return Optional.ofNullable(ctx.header(name)).orElse("");
  }
}
