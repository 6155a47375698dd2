package worthwhile.site.block;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.posting.RequesterId;
import worthwhile.search.BlockedRequesters;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.Urls;
import worthwhile.site.view.BackLink;
import worthwhile.site.view.SiteInstance;

/** {@code POST /me/blocked}: blocks a requester or takes that back, and leads back to the page. */
public final class BlockAnswer implements Handler {
  private final SiteInstance instance;
  private final Blocking blocking;

  public BlockAnswer(SiteInstance instance, Blocking blocking) {
    this.instance = instance;
    this.blocking = blocking;
  }

  @Override
  public void handle(Context ctx) {
    RequesterId id = requester(ctx);
    List<RequesterId> ids = members(id);
    List<RequesterId> letGo = List.of();
    if ("no".equals(ctx.formParam("block"))) blocking.unblock(ctx, ids);
    else letGo = blocking.block(ctx, ids);
    ctx.redirect(next(ctx, id, letGo), HttpStatus.SEE_OTHER);
  }

  private static RequesterId requester(Context ctx) {
    return Optional.ofNullable(ctx.formParam("requester"))
        .flatMap(BlockedRequesters::read)
        .filter(id -> BlockedRequesters.fit(List.of(id)))
        .orElseThrow(
            () ->
                new HttpRefusal(
                    400,
                    "No such requester",
                    "A requester is named as PLATFORM:ID, not too long."));
  }

  /**
   * All ids that are the same requester, as far as they fit; the one that was named in any case.
   */
  private List<RequesterId> members(RequesterId id) {
    BlockedRequesters all =
        BlockedRequesters.newest(instance.store().requesters().members(id)).with(List.of(id));
    return all.ids();
  }

  private static String next(Context ctx, RequesterId id, List<RequesterId> letGo) {
    if ("me".equals(ctx.formParam("page"))) return BackLink.of(ctx).on("/me");
    String page =
        Optional.ofNullable(ctx.formParam("posting"))
            .filter(posting -> !posting.isBlank())
            .map(Urls::task)
            .orElse(Urls.requester(id));
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    String back = BackLink.of(ctx).value();
    if (!back.isEmpty()) parameters.put(BackLink.NAME, List.of(back));
    if (!letGo.isEmpty()) parameters.put(BlockForm.LET_GO, List.of(letGo.getFirst().toString()));
    return Urls.of(page, parameters);
  }
}
