package worthwhile.site.work;

import java.time.ZoneId;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.site.view.SiteInstance;
import worthwhile.source.Platform;
import worthwhile.work.earn.Earnings;
import worthwhile.work.earn.WorkSettings;
import worthwhile.work.file.Reader;
import worthwhile.work.rejection.RejectionRules;

/** What is set for a worker and how her files are read: time zone, settings, platforms' names. */
public final class Workers {
  private final SiteInstance instance;

  public Workers(SiteInstance instance) {
    this.instance = instance;
  }

  WorkSettings settings(Account account) {
    return instance.store().workSettings().of(account.id());
  }

  /** The worker's zone; of who has not chosen one, that of the machine that serves. */
  ZoneId zone(Account account) {
    return settings(account).zone().orElseGet(ZoneId::systemDefault);
  }

  /**
   * The currency of the worker's sums: the one that she chose, else that in which she earned most.
   */
  String currency(Account account) {
    return settings(account)
        .currency()
        .orElseGet(() -> Earnings.usualCurrency(instance.store().work().currencies(account.id())));
  }

  /** How files of this account are read now. */
  Reader reader(Account account) {
    return new Reader(account.id(), zone(account), instance.now(), this::known);
  }

  /** What a platform's card says of rejected and unpaid work. */
  RejectionRules rules(String platform) {
    return instance
        .sources()
        .platform(platform)
        .map(RejectionRules::of)
        .orElse(RejectionRules.NONE);
  }

  private Optional<String> known(String name) {
    return instance.sources().platform(name).map(Platform::id);
  }

  /** The id of a platform that somebody calls so. */
  String platform(String name) {
    return Reader.platform(name, this::known);
  }
}
