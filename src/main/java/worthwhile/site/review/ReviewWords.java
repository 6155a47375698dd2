package worthwhile.site.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.Sentences;
import worthwhile.reputation.statement.Outcome;
import worthwhile.reputation.statement.RejectionCause;
import worthwhile.reputation.statement.Review;
import worthwhile.site.view.Show;

/** What reviews say, as words. */
final class ReviewWords {
  private ReviewWords() {}

  /** Words of this room from the catalogue. */
  static String of(String key) {
    return Sentences.spoken().words("review." + key);
  }

  /** "Paid", "Rejected", "Screened out". */
  static String outcome(Outcome outcome) {
    return of("outcome." + outcome.word());
  }

  /** "paid after all" where a rejection was taken back. */
  static String outcome(Review.Facts facts) {
    boolean back = facts.outcome() == Outcome.REJECTED && Boolean.TRUE.equals(facts.overturned());
    return back ? of("outcome.overturned") : outcome(facts.outcome());
  }

  static String cause(RejectionCause cause) {
    return of("cause." + cause.word());
  }

  /** Everything else that is known, each as a few words. */
  static List<String> facts(Review.Facts facts) {
    List<String> words = new ArrayList<>();
    if (facts.rejectedFor() != null) words.add(of("for") + " " + cause(facts.rejectedFor()));
    if (facts.paid() != null)
      words.add(Show.money(facts.paid(), facts.currency()) + " " + of("paid"));
    if (facts.paidAfterDays() != null) words.add(after(facts.paidAfterDays()));
    if (facts.minutes() != null) words.add(facts.minutes() + " min " + of("worked"));
    if (facts.unpaidMinutes() != null) words.add(facts.unpaidMinutes() + " min " + of("unpaid"));
    either(facts.screenedOutPaid(), "screened-paid").ifPresent(words::add);
    either(facts.answered(), "answered").ifPresent(words::add);
    either(facts.again(), "again").ifPresent(words::add);
    if (Boolean.TRUE.equals(facts.deactivated())) words.add(of("deactivated"));
    return words;
  }

  private static String after(int days) {
    return days == 0 ? of("same-day") : of("after") + " " + Show.count(days, "days");
  }

  private static Optional<String> either(@Nullable Boolean fact, String key) {
    return Optional.ofNullable(fact).map(is -> of(key + (is ? ".yes" : ".no")));
  }
}
