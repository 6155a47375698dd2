package worthwhile.source.read;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import worthwhile.source.card.Sum;

/** Reads sums of money from a card. */
final class Sums {
  private static final Pattern SUM = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,8})?) ([A-Z]{3,5})");

  private Sums() {}

  /** The sum under a key, such as 10 USD. */
  static Optional<Sum> of(Block block, String key) {
    Optional<String> text = block.text(key);
    if (text.isEmpty()) return Optional.empty();
    Matcher sum = SUM.matcher(text.get());
    if (sum.matches()) return Optional.of(new Sum(new BigDecimal(sum.group(1)), sum.group(2)));
    block.wrong(key, "must be a sum such as 10 USD, not '" + text.get() + "'");
    return Optional.empty();
  }
}
