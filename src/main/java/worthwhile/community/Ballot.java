package worthwhile.community;

import worthwhile.reputation.statement.ModerationCase.Choice;

/**
 * What somebody says to a case.
 *
 * @param rule id of the rule by which; where nothing is to be done it may be left out
 * @param reason one paragraph; what cannot be seen is taken out of it, and what others must not be
 *     shown is refused: it stands in the public log
 */
public record Ballot(Choice choice, String rule, String reason) {
  public Ballot {
    if (rule.isBlank() && choice == Choice.DISMISS) rule = ModerationRules.NONE_BROKEN;
    if (!ModerationRules.CURRENT.has(rule))
      throw new IllegalArgumentException("rule: one of " + ModerationRules.CURRENT.ids());
    reason = Wording.harmless("reason", Wording.line("reason", reason, Wording.LONGEST_REASON));
  }
}
