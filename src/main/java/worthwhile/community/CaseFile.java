package worthwhile.community;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import worthwhile.account.Account;
import worthwhile.account.Role;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.LogEntry;
import worthwhile.reputation.statement.ModerationCase;
import worthwhile.reputation.statement.ModerationCase.Kind;
import worthwhile.reputation.statement.Subject;
import worthwhile.store.community.Statements;

/** Opens cases and writes the public log, inside one transaction. */
final class CaseFile {
  private static final String MEMBER = "member";

  private final Statements said;
  private final Instant at;

  CaseFile(Statements said, Instant at) {
    this.said = said;
    this.at = at;
  }

  /** What is asked, before it has a case. */
  record Question(
      Kind kind,
      Subject about,
      Optional<RequesterId> requester,
      int harm,
      Optional<String> openedBy,
      Optional<String> reason,
      Optional<String> ofCase) {}

  /** A new case. */
  ModerationCase open(Question asked) {
    ModerationCase one =
        new ModerationCase(
            UUID.randomUUID().toString(),
            asked.kind(),
            asked.about(),
            asked.requester(),
            asked.harm(),
            ModerationCase.State.OPEN,
            asked.openedBy(),
            asked.reason(),
            asked.ofCase(),
            ModerationRules.CURRENT.version(),
            at,
            Optional.empty());
    said.cases().add(one);
    return one;
  }

  /** The case of this kind that waits, with at least this harm; else a new one. */
  ModerationCase openOrJoin(Question asked) {
    Optional<ModerationCase> waiting = said.cases().open(asked.kind(), asked.about());
    waiting.ifPresent(one -> said.cases().raise(one.id(), asked.harm()));
    return waiting.orElseGet(() -> open(asked));
  }

  /** Logs what somebody without a part in moderation did, by the day: no hour tells who it was. */
  void note(String action, ModerationCase one, String role) {
    said.log()
        .add(
            new LogEntry(
                0,
                at.truncatedTo(ChronoUnit.DAYS),
                action,
                one.about(),
                Optional.of(one.id()),
                Optional.empty(),
                role,
                Optional.empty(),
                Optional.empty()));
  }

  /** Logs what somebody did to something that needs no case. */
  void note(String action, Subject about, String role) {
    said.log()
        .add(
            new LogEntry(
                0,
                at.truncatedTo(ChronoUnit.DAYS),
                action,
                about,
                Optional.empty(),
                Optional.empty(),
                role,
                Optional.empty(),
                Optional.empty()));
  }

  /** Logs what somebody said to a case, or what it came to by that. */
  void note(String action, ModerationCase one, Account by, Ballot ballot) {
    boolean moderates = Topics.isModerator(by);
    said.log()
        .add(
            new LogEntry(
                0,
                at,
                action,
                one.about(),
                Optional.of(one.id()),
                Optional.of(by.id()).filter(_ -> moderates),
                role(by),
                Optional.of(ModerationRules.CURRENT.named(ballot.rule())),
                Optional.of(ballot.reason())));
  }

  /** Logs what the instance found out by itself. */
  void proved(String action, Subject about, Optional<String> one, String reason) {
    said.log()
        .add(
            new LogEntry(
                0,
                at,
                action,
                about,
                one,
                Optional.empty(),
                "instance",
                Optional.of(ModerationRules.CURRENT.named(ModerationRules.SHOWN)),
                Optional.of(reason)));
  }

  private static String role(Account by) {
    if (by.is(Role.MODERATOR)) return Role.MODERATOR.word();
    return by.is(Role.OPERATOR) ? Role.OPERATOR.word() : MEMBER;
  }
}
