package worthwhile.community;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import worthwhile.posting.Reason;
import worthwhile.reputation.statement.ModerationCase;
import worthwhile.reputation.statement.Notice;
import worthwhile.reputation.statement.Subject;
import worthwhile.store.community.Statements;

/** Tells people what others say of their words, and what was decided. */
final class DecisionNotices {

  private final Statements said;
  private final Instant at;

  DecisionNotices(Statements said, Instant at) {
    this.said = said;
    this.at = at;
  }

  /** Once until she has seen it: whoever answers, deletes and answers anew tells it once. */
  void answered(String author, Subject review) {
    Reason reason = Reason.of("review-answered");
    if (!said.notices().isUnseen(author, review, reason.code())) tell(author, review, reason);
  }

  void flagged(String author, ModerationCase one) {
    tell(
        author,
        one.about(),
        Reason.of("words-flagged").with("what", what(one)).with("page", page(one)));
  }

  void disputed(String author, ModerationCase one) {
    tell(author, one.about(), Reason.of("review-disputed").with("page", page(one)));
  }

  void hidden(String author, ModerationCase one, Ballot last) {
    tell(
        author,
        one.about(),
        Reason.of("words-hidden")
            .with("what", what(one))
            .with("rule", last.rule())
            .with("reason", last.reason())
            .with("page", page(one)));
  }

  void inSightAgain(String author, ModerationCase one) {
    tell(
        author,
        one.about(),
        Reason.of("words-in-sight-again").with("what", what(one)).with("page", page(one)));
  }

  /** Those who asked for it learn what became of it. */
  void decided(Collection<String> askers, ModerationCase one, boolean upheld, Ballot last) {
    Reason reason =
        Reason.of("case-decided")
            .with("kind", one.kind().word())
            .with("upheld", upheld ? "yes" : "no")
            .with("reason", last.reason())
            .with("page", page(one));
    for (String account : askers) tell(account, one.about(), reason);
  }

  private void tell(String account, Subject about, Reason reason) {
    said.notices()
        .add(
            new Notice(UUID.randomUUID().toString(), account, about, reason, at, Optional.empty()));
  }

  private static String what(ModerationCase one) {
    return one.about().kind().word();
  }

  private static String page(ModerationCase one) {
    return "/moderation/" + one.id();
  }
}
