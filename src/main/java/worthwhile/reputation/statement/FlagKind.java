package worthwhile.reputation.statement;

import worthwhile.posting.word.Worded;

/** What somebody saw that others should know. */
public enum FlagKind implements Worded {
  MALWARE(9),
  PHISHING(9),
  PERSONAL_DATA(8),
  ACCOUNT_RENTAL(7),
  FEE_ASKED(7),
  IMPERSONATION(6),
  OFF_PLATFORM_PAYMENT(6),
  NON_PAYMENT(5),
  MASS_REJECTION(5),
  FAKE_ENGAGEMENT(4),
  UNPAID_SCREENING(3),
  /** Of a review or reply: it breaks the rules. */
  AGAINST_RULES(5),
  /** In one's own words. */
  OTHER(2);

  private final int harm;

  FlagKind(int harm) {
    this.harm = harm;
  }

  /** 1 to 9: what hurts most comes first in the queue. */
  public int harm() {
    return harm;
  }
}
