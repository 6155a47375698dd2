package worthwhile.source.read;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import worthwhile.source.Fee;
import worthwhile.source.Platform;
import worthwhile.source.PointWorth;

/** Reads fees, the worth of points and what is not paid from a platform's card. */
final class MoneyReader {
  private static final List<String> FEE =
      List.of(
          "name",
          "on",
          "method",
          "percent",
          "fixed",
          "least",
          "most",
          "payout",
          "currency",
          "as-of",
          "source",
          "note");
  private static final List<String> WORTH =
      List.of("worth", "currency", "market", "as-of", "source");
  private static final List<String> ON = List.of("earnings", "withholding", "withdrawal");
  private static final List<String> SPELL = List.of("what", "hours", "as-of", "source", "note");
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  private MoneyReader() {}

  /** The fees that are complete; what is wrong with others goes to the problems. */
  static List<Fee> fees(Block card) {
    List<Fee> fees = new ArrayList<>();
    for (Block fee : card.blocks("fees")) fee(fee).ifPresent(fees::add);
    return fees;
  }

  private static Optional<Fee> fee(Block fee) {
    fee.only(FEE).require("name", "on", "as-of", "source");
    Optional<BigDecimal> percent = number(fee, "percent");
    Optional<BigDecimal> fixed = number(fee, "fixed");
    Optional<BigDecimal> least = number(fee, "least");
    if (percent.isEmpty() && fixed.isEmpty() && least.isEmpty())
      fee.wrong("percent", "a fee needs a percent, a fixed sum or both");
    if (percent.filter(value -> value.compareTo(ALL) > 0).isPresent()) {
      fee.wrong("percent", "must be 0 to 100");
      return Optional.empty();
    }
    Optional<Fee.On> on =
        fee.word("on", ON).map(word -> Fee.On.valueOf(word.toUpperCase(Locale.ROOT)));
    Optional<LocalDate> asOf = fee.date("as-of");
    if (on.isEmpty() || asOf.isEmpty()) return Optional.empty();
    return Optional.of(
        new Fee(
            fee.text("name").orElse("fee"),
            on.get(),
            fee.text("method"),
            percent.orElse(BigDecimal.ZERO),
            fixed.orElse(BigDecimal.ZERO),
            least,
            number(fee, "most"),
            number(fee, "payout"),
            currency(fee).orElse("USD"),
            asOf.get(),
            fee.text("source").orElse(""),
            fee.text("note")));
  }

  /** Every dated worth of every kind of point. */
  static List<PointWorth> points(Block card) {
    List<PointWorth> worths = new ArrayList<>();
    card.block("points")
        .ifPresent(
            points -> {
              for (String code : points.names())
                for (Block worth : points.blocks(code)) worth(code, worth).ifPresent(worths::add);
            });
    return worths;
  }

  private static Optional<PointWorth> worth(String code, Block block) {
    block.only(WORTH).require("worth", "currency", "as-of", "source");
    Optional<BigDecimal> worth = number(block, "worth");
    Optional<String> currency = currency(block);
    if (worth.filter(value -> value.signum() == 0).isPresent()) {
      block.wrong("worth", "must be more than 0");
      return Optional.empty();
    }
    Optional<LocalDate> asOf = block.date("as-of");
    if (worth.isEmpty() || currency.isEmpty() || asOf.isEmpty()) return Optional.empty();
    Optional<String> market = block.text("market").map(text -> text.toUpperCase(Locale.ROOT));
    return Optional.of(
        new PointWorth(
            code,
            worth.get(),
            currency.get(),
            market,
            asOf.get(),
            block.text("source").orElse("")));
  }

  /** What is asked for without pay. */
  static List<Platform.Spell> unpaid(Block card) {
    return card.blocks("unpaid").stream().flatMap(block -> spell(block).stream()).toList();
  }

  private static Optional<Platform.Spell> spell(Block block) {
    block.only(SPELL).require("what", "hours", "as-of", "source");
    Optional<String> what = block.word("what", Platform.Spell.KINDS);
    Optional<BigDecimal> hours = positive(block, "hours");
    Optional<LocalDate> asOf = block.date("as-of");
    if (what.isEmpty() || hours.isEmpty() || asOf.isEmpty()) return Optional.empty();
    return Optional.of(
        new Platform.Spell(
            what.get(),
            hours.get(),
            asOf.get(),
            block.text("source").orElse(""),
            block.text("note")));
  }

  private static Optional<BigDecimal> positive(Block block, String key) {
    Optional<BigDecimal> number = number(block, key);
    if (number.filter(value -> value.signum() == 0).isEmpty()) return number;
    block.wrong(key, "must be more than 0");
    return Optional.empty();
  }

  /** An exact number, not negative. */
  private static Optional<BigDecimal> number(Block block, String key) {
    Optional<String> text = block.text(key);
    if (text.isEmpty()) return Optional.empty();
    if (text.get().matches("[0-9]{1,9}(?:\\.[0-9]{1,9})?"))
      return Optional.of(new BigDecimal(text.get()));
    block.wrong(key, "must be a number such as 5 or 0.01, not '" + text.get() + "'");
    return Optional.empty();
  }

  private static Optional<String> currency(Block block) {
    Optional<String> code = block.text("currency");
    if (code.isEmpty() || code.get().matches("[A-Z]{3}")) return code;
    block.wrong("currency", "must be a code such as USD, not '" + code.get() + "'");
    return Optional.empty();
  }
}
