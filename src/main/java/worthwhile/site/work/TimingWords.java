package worthwhile.site.work;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.Organization;
import worthwhile.posting.word.Worded;
import worthwhile.site.http.HttpRefusal;
import worthwhile.text.FailureText;
import worthwhile.text.pay.SumText;
import worthwhile.work.Payment;
import worthwhile.work.Status;
import worthwhile.work.time.Report;
import worthwhile.work.time.TimedTask;
import worthwhile.work.time.Timer;

/** What people type and programs send about timers, as values; blank is not said. */
final class TimingWords {
  private TimingWords() {}

  /** Values by name; null where nothing was said. */
  interface GivenValues {
    @Nullable String get(String name);

    default Optional<String> said(String name) {
      return Optional.ofNullable(get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
  }

  /**
   * What is to be timed, where it is no posting.
   *
   * @throws HttpRefusal 400 with what is allowed
   */
  static TimedTask task(GivenValues words, Workers workers) {
    try {
      Optional<Payment> payment = payment(words);
      return new TimedTask(
          null,
          words.said("platform").map(workers::platform).orElse("other"),
          bounded(words, "title").orElse(null),
          bounded(words, "requester").map(Organization::named).orElse(null),
          payment.map(Payment::currency).orElse(null),
          payment.map(Payment::reward).orElse(null),
          words.said("usualMinutes").map(TimingWords::minutes).orElse(null),
          words.said("allowedMinutes").map(TimingWords::minutes).orElse(null));
    } catch (IllegalArgumentException e) {
      throw wrong(FailureText.of(e));
    }
  }

  private static Optional<String> bounded(GivenValues words, String name) {
    Optional<String> text = words.said(name);
    if (text.filter(value -> value.length() > 500).isPresent())
      throw new IllegalArgumentException("The " + name + " may have at most 500 characters.");
    return text;
  }

  /** Intervals, if any are wanted: {@code focus} and {@code rest} in minutes. */
  static Optional<Timer.Focus> focus(GivenValues words) {
    Optional<String> focus = words.said("focus");
    if (focus.isEmpty()) return Optional.empty();
    try {
      Duration rest = words.said("rest").map(TimingWords::minutes).orElse(Duration.ofMinutes(5));
      return Optional.of(new Timer.Focus(minutes(focus.get()), rest));
    } catch (IllegalArgumentException e) {
      throw wrong(FailureText.of(e));
    }
  }

  private static Duration minutes(String text) {
    return Report.minutes(text);
  }

  /** What its worker says of work that is done. */
  static Report report(GivenValues words) {
    try {
      Optional<Duration> minutes = words.said("minutes").map(TimingWords::minutes);
      boolean uncounted = words.said("uncounted").isPresent();
      return new Report(status(words), minutes, uncounted, payment(words));
    } catch (IllegalArgumentException e) {
      throw wrong(FailureText.of(e));
    }
  }

  static Status status(GivenValues words) {
    String word = words.said("outcome").orElse("pending");
    return Worded.of(Status.class, word)
        .orElseThrow(
            () ->
                wrong(
                    "The outcome "
                        + word
                        + " is not known: allowed are pending, approved, paid, rejected, returned,"
                        + " screened-out, timed-out, abandoned."));
  }

  private static Optional<Payment> payment(GivenValues words) {
    Optional<String> reward = words.said("reward");
    if (reward.isEmpty()) return Optional.empty();
    Optional<String> named = words.said("currency").map(code -> code.toUpperCase(Locale.ROOT));
    SumText.Sum sum =
        SumText.parse(reward.get(), reward.get().matches(".*,\\d{1,2}\\D*"), named)
            .orElseThrow(
                () -> new IllegalArgumentException("The reward must be a sum such as 2.50."));
    if (sum.value().signum() < 0 || sum.value().compareTo(Payment.HIGHEST) > 0)
      throw new IllegalArgumentException("The reward must be 0 or more, at most 1000000.");
    if (sum.currency().isPresent() && named.isPresent() && !sum.currency().equals(named))
      throw new IllegalArgumentException(
          "The reward is in "
              + sum.currency().get()
              + ", the currency given is "
              + named.get()
              + ".");
    String currency =
        sum.currency()
            .or(() -> named)
            .flatMap(SumText::currency)
            .orElseThrow(
                () -> new IllegalArgumentException("The reward needs a currency: USD, GBP, EUR …"));
    return Optional.of(Payment.of(currency, exact(sum.value())));
  }

  private static BigDecimal exact(BigDecimal value) {
    if (value.scale() > 6) throw new IllegalArgumentException("The reward has too many decimals.");
    return value;
  }

  static HttpRefusal wrong(String detail) {
    return new HttpRefusal(400, "Not understood", detail);
  }
}
