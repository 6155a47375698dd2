package worthwhile.site.task;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import worthwhile.posting.Reason;
import worthwhile.site.view.Show;
import worthwhile.work.earn.ApprovalAsked;

/**
 * One thing that a task asks of who does it.
 *
 * @param said in words; the source's own where they are no shorthand
 * @param approval the share of approved work that it asks for; absent if it is about something else
 */
record TaskNeed(String said, Optional<ApprovalAsked> approval) {
  private static final Pattern DONE =
      Pattern.compile(
          "(>=|≥|>)\\s*(\\d{1,3}(?:,\\d{3})+|\\d{1,7})\\s*\\+?\\s*(?i:approved|hits?|tasks?|done)?"
              + "(?: (?i:approved|hits?|tasks?|done))?");

  /** What a line of a posting means; a line of which nothing is understood stays as it is. */
  static TaskNeed of(String line) {
    Optional<ApprovalAsked> approval = ApprovalAsked.of(line);
    if (approval.isPresent()) return new TaskNeed(approval(approval.get()), approval);
    Matcher done = DONE.matcher(line.strip());
    return new TaskNeed(done.matches() ? done(done) : line.strip(), Optional.empty());
  }

  private static String approval(ApprovalAsked asked) {
    return Reason.of("needs-approval")
        .with("more", asked.isMore())
        .with("percent", asked.percent().toPlainString())
        .said();
  }

  private static String done(Matcher done) {
    return Reason.of("needs-done")
        .with("more", done.group(1).equals(">"))
        .with("tasks", Show.number(Long.parseLong(done.group(2).replace(",", ""))))
        .said();
  }
}
