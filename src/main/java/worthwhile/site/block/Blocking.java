package worthwhile.site.block;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import worthwhile.account.Account;
import worthwhile.posting.RequesterId;
import worthwhile.search.BlockedRequesters;
import worthwhile.site.http.Visitors;
import worthwhile.site.view.BackLink;
import worthwhile.site.view.Remembered;
import worthwhile.site.view.SiteInstance;
import worthwhile.store.alert.BlockedRows;
import worthwhile.store.posting.Requesters;

/**
 * Whom a visitor blocks. Her browser remembers it; where she has an account, that keeps it too, so
 * that alerts and her other browsers go by it.
 */
public final class Blocking {
  private final SiteInstance instance;
  private final Visitors visitors;

  public Blocking(SiteInstance instance, Visitors visitors) {
    this.instance = instance;
    this.visitors = visitors;
  }

  /** Whom the visitor blocks, by her browser or her account, the one blocked first first. */
  public BlockedRequesters of(Context ctx) {
    BlockedRequesters browser = Remembered.of(ctx).blocked();
    List<RequesterId> all = new ArrayList<>(visitors.of(ctx).map(this::kept).orElse(List.of()));
    all.addAll(browser.ids());
    return BlockedRequesters.newest(all);
  }

  private List<RequesterId> kept(Account account) {
    return instance.store().alerts(alerts -> alerts.blocked().of(account.id()));
  }

  /** The name of a requester, as far as it is known; else the id or the name that it goes by. */
  public String name(RequesterId id) {
    return instance.store().requesters().known(id).map(Requesters.Known::names).stream()
        .flatMap(List::stream)
        .findFirst()
        .map(Requesters.Name::name)
        .orElse(id.key());
  }

  /**
   * The form on the page of a task or of a requester.
   *
   * @param blocked whom the visitor blocks
   * @param posting id of the task whose page it is; absent on the page of the requester
   */
  public BlockForm form(
      Context ctx,
      BlockedRequesters blocked,
      RequesterId id,
      String name,
      Optional<String> posting) {
    return new BlockForm(
        id,
        name,
        blocked.ids().contains(id),
        visitors.of(ctx).isPresent(),
        posting,
        BackLink.of(ctx),
        letGo(ctx, blocked).map(this::name));
  }

  /**
   * Who fell out for the last that was blocked: only what could be so is believed of an address.
   */
  private static Optional<RequesterId> letGo(Context ctx, BlockedRequesters blocked) {
    return Optional.ofNullable(ctx.queryParam(BlockForm.LET_GO))
        .flatMap(RequesterId::parse)
        .filter(id -> !blocked.ids().contains(id))
        .filter(
            id -> {
              List<RequesterId> more = new ArrayList<>(blocked.ids());
              more.add(id);
              return !BlockedRequesters.fit(more);
            });
  }

  /** Blocks the ids of one requester; whom that let go, because no more fit. */
  List<RequesterId> block(Context ctx, List<RequesterId> ids) {
    Remembered browser = Remembered.of(ctx);
    BlockedRequesters before = of(ctx);
    Set<RequesterId> now = new HashSet<>();
    BlockedRequesters remembered = browser.blocked().with(ids);
    browser.withBlocked(remembered).keep(ctx, instance.settings());
    now.addAll(remembered.ids());
    visitors.of(ctx).ifPresent(account -> now.addAll(keep(account, ids).ids()));
    return before.without(now).ids();
  }

  /** Whom the account blocks now. */
  private BlockedRequesters keep(Account account, List<RequesterId> ids) {
    Instant at = instance.now();
    return instance
        .store()
        .changeAlerts(
            alerts -> {
              BlockedRows rows = alerts.blocked();
              List<RequesterId> before = rows.of(account.id());
              BlockedRequesters now = BlockedRequesters.newest(before).with(ids);
              ids.forEach(id -> rows.block(account.id(), id, at));
              before.stream()
                  .filter(id -> !now.ids().contains(id))
                  .forEach(id -> rows.unblock(account.id(), id));
              return now;
            });
  }

  /** Blocks these no more, neither in the browser nor in the account. */
  void unblock(Context ctx, List<RequesterId> ids) {
    Remembered browser = Remembered.of(ctx);
    browser.withBlocked(browser.blocked().without(ids)).keep(ctx, instance.settings());
    visitors
        .of(ctx)
        .ifPresent(
            account ->
                instance
                    .store()
                    .changeAlerts(
                        alerts -> {
                          ids.forEach(id -> alerts.blocked().unblock(account.id(), id));
                          return ids.size();
                        }));
  }

  /** Forgets all that the browser remembers, and whom the account blocks. */
  public void forget(Context ctx) {
    Remembered.NOTHING.keep(ctx, instance.settings());
    visitors
        .of(ctx)
        .ifPresent(
            account ->
                instance
                    .store()
                    .changeAlerts(
                        alerts -> {
                          alerts.blocked().clear(account.id());
                          return account;
                        }));
  }
}
