package worthwhile.work.earn;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The share of approved work that a task asks for.
 *
 * @param percent from 50 to 100
 * @param isMore whether the share itself is not enough: "over 98%"
 */
public record ApprovalAsked(BigDecimal percent, boolean isMore) {
  private static final String NUMBER = "(\\d{2,3}(?:\\.\\d{1,2})?)";
  private static final Pattern BRIEF = Pattern.compile("(>=|≥|>)\\s*" + NUMBER + "\\s*%");
  private static final Pattern RATE =
      Pattern.compile(
          "(?i)\\b(?:approval|success) rate(?: \\(%\\))?(?: is| of)?"
              + " (not less than|at least|greater than or equal to|greater than|over|above)? ?"
              + NUMBER
              + " ?%?");

  public ApprovalAsked {
    BigDecimal bare = percent.stripTrailingZeros();
    percent = bare.scale() < 0 ? bare.setScale(0) : bare;
  }

  /** What a requirement asks for; absent if it is about anything else. */
  public static Optional<ApprovalAsked> of(String requirement) {
    String text = requirement.strip();
    Matcher brief = BRIEF.matcher(text);
    if (brief.matches()) return asked(brief.group(2), brief.group(1).equals(">"));
    Matcher rate = RATE.matcher(text);
    if (!rate.find() || rate.group(1) == null) return Optional.empty();
    return asked(
        rate.group(2),
        rate.group(1).toLowerCase(java.util.Locale.ROOT).matches("greater than|over|above"));
  }

  private static Optional<ApprovalAsked> asked(String number, boolean isMore) {
    BigDecimal percent = new BigDecimal(number);
    boolean sensible =
        percent.compareTo(BigDecimal.valueOf(50)) >= 0
            && percent.compareTo(BigDecimal.valueOf(100)) <= 0;
    return sensible ? Optional.of(new ApprovalAsked(percent, isMore)) : Optional.empty();
  }
}
