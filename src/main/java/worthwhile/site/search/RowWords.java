package worthwhile.site.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Posting;
import worthwhile.posting.Reason;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Show;
import worthwhile.source.Platform;
import worthwhile.source.card.PayoutMethod;

/** What a row says of its task in two lines. */
final class RowWords {
  /** How long a task counts as new. */
  private static final Duration NEW = Duration.ofDays(1);

  /** How long before its end a task says so. */
  private static final Duration SOON = Duration.ofDays(2);

  /** Ways of paying out that are named, and the characters of a name that has room. */
  private static final int FEW = 2;

  private static final int SHORT = 20;

  private RowWords() {}

  /** Time, reward and places, as far as they are known: 12 min, $5, 120 places. */
  static List<String> facts(Posting posting) {
    JobPosting job = posting.job();
    List<String> facts = new ArrayList<>();
    if (job.timeRequired() != null) facts.add(Show.span(job.timeRequired()));
    else if (job.timeAllowed() != null)
      facts.add(Reason.of("row-allowed").with("time", Show.span(job.timeAllowed())).said());
    if (job.baseSalary() != null && posting.pay() != null) facts.add(Show.reward(job.baseSalary()));
    if (job.totalJobOpenings() != null) facts.add(Show.count(job.totalJobOpenings(), "places"));
    return facts;
  }

  /**
   * That it ends soon, is new, or came back after it had closed; empty if none is so.
   *
   * @param since what was first seen after this is new; absent where the reader was not here before
   */
  static List<String> news(Posting posting, Optional<Instant> since, Instant now) {
    List<String> news = new ArrayList<>();
    Instant end = posting.job().validThrough();
    if (end != null && end.isAfter(now) && end.isBefore(now.plus(SOON)))
      news.add(Reason.of("row-ends").with("when", Show.ago(end, now)).said());
    if (posting.standing().reposts() != null) news.add(Labels.part("row.reopened"));
    else if (since.map(before -> isNew(posting, before)).orElseGet(() -> isOfToday(posting, now)))
      news.add(Labels.part("row.new"));
    return news;
  }

  private static boolean isNew(Posting posting, Instant since) {
    Instant seen = posting.standing().firstSeen();
    return seen != null && seen.isAfter(since);
  }

  private static boolean isOfToday(Posting posting, Instant now) {
    Instant since = now.minus(NEW);
    Instant seen = posting.standing().firstSeen();
    Instant posted = posting.job().datePosted();
    return seen != null && seen.isAfter(since) && (posted == null || posted.isAfter(since));
  }

  /** After how many days its platform pays, and by what; absent where the card says neither. */
  static Optional<String> paid(Platform card) {
    List<String> methods =
        card.particulars().methods().stream()
            .map(PayoutMethod::method)
            .filter(method -> method.length() <= SHORT)
            .distinct()
            .limit(FEW)
            .toList();
    if (card.paidAfterDays().isEmpty() && methods.isEmpty()) return Optional.empty();
    return Optional.of(
        Reason.of("row-paid")
            .with("days", card.paidAfterDays().map(String::valueOf).orElse("none"))
            .with("named", methods.isEmpty() ? "no" : "yes")
            .with("methods", String.join(", ", methods))
            .said());
  }
}
