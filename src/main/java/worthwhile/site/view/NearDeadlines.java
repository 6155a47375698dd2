package worthwhile.site.view;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import worthwhile.account.Account;
import worthwhile.posting.Reason;
import worthwhile.site.http.Urls;
import worthwhile.source.Platform;
import worthwhile.source.card.Deadline;
import worthwhile.source.read.Sources;

/** Last days that platforms set and that are near, told to those who have joined them. */
public final class NearDeadlines {
  /** Sooner than this one is told. */
  private static final Period NEAR = Period.ofDays(90);

  private static final int MOST = 3;

  private final List<Entry> all;
  private final JoinedPlatforms joined;

  private record Entry(Platform platform, Deadline deadline) {}

  public NearDeadlines(Sources sources, JoinedPlatforms joined) {
    this.joined = joined;
    this.all =
        sources.platforms().stream()
            .flatMap(
                platform ->
                    platform.particulars().deadlines().stream()
                        .map(deadline -> new Entry(platform, deadline)))
            .sorted(Comparator.comparing(entry -> entry.deadline().day()))
            .toList();
  }

  /** What a visitor is told, the soonest first; asks no database if there is nothing to tell. */
  List<Reason> of(Optional<Account> visitor, Remembered browser, LocalDate today) {
    List<Entry> near =
        all.stream()
            .filter(entry -> entry.deadline().isComing(today))
            .filter(entry -> !entry.deadline().day().isAfter(today.plus(NEAR)))
            .toList();
    if (near.isEmpty() || (visitor.isEmpty() && browser.platforms().isEmpty())) return List.of();
    Set<String> hers = joined.of(visitor, browser);
    return near.stream()
        .filter(entry -> hers.contains(entry.platform().id()))
        .limit(MOST)
        .map(NearDeadlines::notice)
        .toList();
  }

  private static Reason notice(Entry entry) {
    return Reason.of("platform-deadline")
        .with("platform", entry.platform().name())
        .with("day", entry.deadline().day())
        .with("text", entry.deadline().text())
        .with("page", Urls.platform(entry.platform().id()));
  }
}
