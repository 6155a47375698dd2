package worthwhile.site;

import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.account.Scope;
import worthwhile.source.Platform;
import worthwhile.work.Reader;
import worthwhile.work.WorkSettings;

/** Whose work a request is about, and in which time zone her days begin. */
final class Workers {
  private final Instance instance;
  private final Visitors visitors;

  Workers(Instance instance, Visitors visitors) {
    this.instance = instance;
    this.visitors = visitors;
  }

  /** The account that asks, which must be allowed this. */
  Account require(Context ctx, Scope scope) {
    return visitors.require(ctx, scope);
  }

  /** The account that times its work; the companion may do it for her. */
  Account requireTiming(Context ctx) {
    return visitors.requireEither(ctx, Scope.WRITE, Scope.COMPANION);
  }

  /** Who looks at a page, if anybody is signed in. */
  Optional<Account> visitor(Context ctx) {
    return visitors.of(ctx);
  }

  WorkSettings settings(Account account) {
    return instance.store().workSettings().of(account.id());
  }

  /** The worker's zone; of who has not chosen one, that of the machine that serves. */
  ZoneId zone(Account account) {
    return settings(account).zone().orElseGet(ZoneId::systemDefault);
  }

  /** How files of this account are read now. */
  Reader reader(Account account) {
    return new Reader(account.id(), zone(account), instance.now(), this::known);
  }

  private Optional<String> known(String name) {
    return instance.sources().platform(name).map(Platform::id);
  }

  /** The id of a platform that somebody calls so. */
  String platform(String name) {
    return Reader.platform(name, this::known);
  }
}
