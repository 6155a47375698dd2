package worthwhile.pay;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import worthwhile.pay.money.Fees;
import worthwhile.pay.money.Rates;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Reason;
import worthwhile.posting.UnitText;
import worthwhile.source.Platform;
import worthwhile.source.card.ScreenOutReward;
import worthwhile.text.hours.ScreenOutText;
import worthwhile.text.hours.UnpaidTime;
import worthwhile.text.hours.WorkLength;

/**
 * What a task asks for without pay, and what it pays who is sent away: by its own words, else by
 * its platform's card.
 *
 * @param spells asked for once, before or beside the paid work
 * @param worked hours of paid work that they are spread over
 * @param stated whether the posting says how many those are
 * @param screenOut what a screen-out pays, in USD; absent if nothing is known of it
 */
record Unpaid(
    List<Spell> spells, BigDecimal worked, boolean stated, Optional<ScreenOut> screenOut) {
  /** Where nothing says how long the work lasts: a week of full work. */
  private static final BigDecimal ASSUMED = BigDecimal.valueOf(40);

  /** One such demand. */
  record Spell(String code, BigDecimal hours, Reason evidence) {}

  /** What one screen-out pays. */
  record ScreenOut(BigDecimal usd, Reason evidence) {}

  /**
   * What a posting and its platform's card say.
   *
   * @param currency in which the posting pays
   */
  static Unpaid of(JobPosting posting, String currency, Fees card, Rates rates) {
    String text =
        Stream.of(posting.title(), posting.description())
            .filter(part -> part != null && !part.isBlank())
            .collect(Collectors.joining(". "));
    List<Spell> spells = spells(UnpaidTime.in(text), card);
    Optional<BigDecimal> length = spells.isEmpty() ? Optional.empty() : WorkLength.of(text);
    return new Unpaid(
        spells,
        length.orElse(ASSUMED),
        length.isPresent(),
        ScreenOutText.in(text)
            .flatMap(said -> screenOut(said, rates))
            .filter(one -> isLess(one, posting, rates))
            .or(() -> screenOut(currency, card, rates)));
  }

  private static List<Spell> spells(List<UnpaidTime> said, Fees card) {
    List<Spell> all = new ArrayList<>();
    for (UnpaidTime one : said)
      all.add(
          new Spell(
              code(one.what()),
              one.hours(),
              Reason.of("unpaid-time-stated")
                  .with("hours", plain(one.hours()))
                  .with("quoted", one.quote())));
    for (Platform.Spell one : card.unpaid())
      if (all.stream().noneMatch(known -> known.code().equals(code(one.what()))))
        all.add(
            new Spell(
                code(one.what()),
                one.hours(),
                Reason.of("unpaid-time-of-platform")
                    .with("hours", plain(one.hours()))
                    .with("day", one.asOf())
                    .with("source", one.source())
                    .with("note", one.note().orElse(null))));
    return all;
  }

  private static String code(String what) {
    return switch (what) {
      case "onboarding" -> "unpaid-onboarding";
      case "training" -> "unpaid-training";
      default -> "unpaid-assessment";
    };
  }

  /** A screen-out never pays what the task does: such a sum is the task's own. */
  private static boolean isLess(ScreenOut one, JobPosting posting, Rates rates) {
    MonetaryAmount reward = posting.baseSalary();
    if (reward == null || reward.unitText() != UnitText.TASK) return true;
    BigDecimal most = reward.maxValue() == null ? reward.minValue() : reward.maxValue();
    return most == null
        || rates
            .convert(most, reward.currency(), HourlyPay.CURRENCY)
            .map(usd -> one.usd().compareTo(usd) < 0)
            .orElse(true);
  }

  private static Optional<ScreenOut> screenOut(ScreenOutText said, Rates rates) {
    return rates
        .convert(said.amount(), said.currency(), HourlyPay.CURRENCY)
        .map(
            usd -> new ScreenOut(usd, Reason.of("screen-out-stated").with("quoted", said.quote())));
  }

  /** The card's in the currency of the posting, else its first. */
  private static Optional<ScreenOut> screenOut(String currency, Fees card, Rates rates) {
    return card.screenOuts().stream()
        .filter(one -> one.least().currency().equals(currency))
        .findFirst()
        .or(() -> card.screenOuts().stream().findFirst())
        .flatMap(
            one ->
                rates
                    .convert(one.least().amount(), one.least().currency(), HourlyPay.CURRENCY)
                    .map(usd -> new ScreenOut(usd, evidence(one))));
  }

  private static Reason evidence(ScreenOutReward one) {
    return Reason.of("screen-out-paid")
        .with("least", one.least().amount())
        .with("currency", one.least().currency())
        .with("day", one.citation().date())
        .with("source", one.citation().source());
  }

  /** Over how many hours the spells are spread. */
  Reason spread() {
    return (stated ? Reason.of("spread-over-stated") : Reason.of("spread-over-assumed"))
        .with("hours", plain(worked));
  }

  private static BigDecimal plain(BigDecimal hours) {
    return hours.setScale(2, java.math.RoundingMode.HALF_UP).stripTrailingZeros();
  }
}
