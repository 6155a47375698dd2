package worthwhile.site.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.Conduct;
import worthwhile.posting.Reason;

/**
 * What workers say of a requester in one line, such as "paid 34 of 35, in 3 days".
 *
 * @param said the line; never empty
 */
public record RecordLine(String said) {
  /**
   * The line for a list; absent if nobody says anything and the reader has not worked for her.
   *
   * @param conduct null if nobody says anything
   * @param worked whether the reader worked for her
   */
  public static Optional<RecordLine> brief(@Nullable Conduct conduct, boolean worked) {
    List<String> parts = new ArrayList<>();
    if (conduct != null) parts.add(outcome(conduct));
    if (worked) parts.add(Labels.part("record.you-worked"));
    else if (conduct != null && !conduct.remarks().isEmpty())
      parts.add(brief(conduct.remarks().getFirst()));
    return line(parts);
  }

  /** The line for a page of its own: every remark, and what does not count. */
  public static Optional<RecordLine> whole(@Nullable Conduct conduct, boolean worked) {
    List<String> parts = new ArrayList<>();
    if (conduct != null) {
      parts.add(outcome(conduct));
      conduct.remarks().forEach(remark -> parts.add(brief(remark)));
      if (conduct.isKnown() && conduct.unverified() > 0)
        parts.add(Reason.of("record-besides").with("reports", conduct.unverified()).said());
      if (conduct.frozen() > 0)
        parts.add(Reason.of("record-frozen").with("reports", conduct.frozen()).said());
    }
    if (worked) parts.add(Labels.part("record.you-worked"));
    return line(parts);
  }

  private static Optional<RecordLine> line(List<String> parts) {
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(new RecordLine(String.join(" · ", parts)));
  }

  /** How many were paid and when; where too few tell, how many tell. */
  public static String outcome(Conduct conduct) {
    if (!conduct.isKnown())
      return Reason.of("record-unknown").with("reports", conduct.unverified()).said();
    if (conduct.outcomes() == null || conduct.outcomes() == 0)
      return Reason.of("record-score")
          .with("score", conduct.score())
          .with("workers", conduct.n())
          .said();
    return Reason.of("record-paid")
        .with("paid", conduct.paid())
        .with("outcomes", conduct.outcomes())
        .with("days", conduct.daysToPay())
        .said();
  }

  private static String brief(Reason remark) {
    return Labels.part("remark." + remark.code());
  }
}
