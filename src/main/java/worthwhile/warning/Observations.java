package worthwhile.warning;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.Reason;
import worthwhile.posting.Warning;

/**
 * What was seen in a text.
 *
 * @param warnings gravest first
 * @param risk probability that it is a fraud, 0 to 1; null if nobody estimated it
 * @param notChecked what could not be looked at
 */
public record Observations(
    List<Warning> warnings, @Nullable BigDecimal risk, List<Reason> notChecked) {
  public Observations {
    warnings = List.copyOf(warnings);
    notChecked = List.copyOf(notChecked);
  }
}
