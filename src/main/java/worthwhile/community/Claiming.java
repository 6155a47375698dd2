package worthwhile.community;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import worthwhile.account.Account;
import worthwhile.crawl.Web;
import worthwhile.flow.Batch.Said;
import worthwhile.flow.Batch.Said.Done;
import worthwhile.flow.Tail;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.Claim;
import worthwhile.reputation.statement.ModerationCase;
import worthwhile.reputation.statement.ModerationCase.Kind;
import worthwhile.reputation.statement.Subject;
import worthwhile.source.read.Sources;
import worthwhile.store.Store;
import worthwhile.store.community.Statements;

/** Takes who says to be a requester, and looks for the proof. */
public final class Claiming {
  /** Where on a domain the code is looked for. */
  public static final String FILE = "/.well-known/worthwhile-claim.txt";

  /** So many claims of one account may wait at once. */
  private static final int MOST_OPEN = 10;

  private static final int HARM = 3;
  private static final int CODE_BYTES = 12;

  private final Store store;
  private final Tail tail;
  private final Topics topics;
  private final OwnDomains domains;
  private final ClaimProof proof;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /**
   * Claims on an instance.
   *
   * @param web by which a file at a requester's domain is read
   */
  public Claiming(Store store, Sources sources, Tail tail, Topics topics, Web web, Clock clock) {
    this.store = store;
    this.tail = tail;
    this.topics = topics;
    this.domains = new OwnDomains(store, sources);
    this.proof = new ClaimProof(web, domains);
    this.clock = clock;
  }

  /** What comes of a claim. */
  public sealed interface Claimed {
    record Made(Claim claim) implements Claimed {}

    /** The account has one that is open or accepted. */
    record Exists(Claim claim) implements Claimed {}

    record NoSuch() implements Claimed {}

    /**
     * The domain is none of the requester's.
     *
     * @param known those that are
     */
    record NotHerDomain(NavigableSet<String> known) implements Claimed {}

    /** Others of the account wait to be proved. */
    record TooMany() implements Claimed {}
  }

  /** What comes of looking for the proof. */
  public sealed interface Checked {
    record Accepted(Claim claim) implements Checked {}

    /**
     * @param why as a sentence
     */
    record NotYet(Claim claim, String why) implements Checked {}

    record NoSuch() implements Checked {}

    /** It is decided or withdrawn. */
    record Over(Claim claim) implements Checked {}
  }

  /** Domains by which a requester can prove to be one; empty if none is known. */
  public NavigableSet<String> domains(RequesterId requester) {
    return domains.of(topics.members(requester));
  }

  /**
   * Notes that an account says to be a requester.
   *
   * @param domain for a proof by one; may be left out where only one is known
   */
  public Claimed claim(
      Account account, Subject requester, Claim.Proof how, Optional<String> domain) {
    Optional<RequesterId> id =
        topics.find(requester, Optional.of(account)).flatMap(Topic::requester);
    if (id.isEmpty() || requester.kind() != Subject.Kind.REQUESTER) return new Claimed.NoSuch();
    Optional<String> detail = Optional.empty();
    if (how == Claim.Proof.DOMAIN) {
      NavigableSet<String> known = domains(id.get());
      detail = domain.map(text -> text.strip().toLowerCase(Locale.ROOT));
      if (detail.isEmpty() && known.size() == 1) detail = Optional.of(known.first());
      if (detail.filter(known::contains).isEmpty()) return new Claimed.NotHerDomain(known);
    }
    Instant now = clock.instant();
    Claim claim =
        new Claim(
            UUID.randomUUID().toString(),
            account.id(),
            id.get(),
            how,
            detail,
            code(),
            Claim.State.OPEN,
            now,
            Optional.empty());
    return tail.take(new Said<>(now, writing -> Done.of(add(writing.statements(), claim, now))));
  }

  private String code() {
    byte[] bytes = new byte[CODE_BYTES];
    random.nextBytes(bytes);
    return "worthwhile-" + HexFormat.of().formatHex(bytes);
  }

  private static Claimed add(Statements said, Claim claim, Instant now) {
    List<Claim> mine = said.claims().of(claim.account());
    Optional<Claim> same =
        mine.stream()
            .filter(each -> each.requester().equals(claim.requester()) && stands(each))
            .findFirst();
    if (same.isPresent()) return new Claimed.Exists(same.get());
    if (mine.stream().filter(each -> each.state() == Claim.State.OPEN).count() >= MOST_OPEN)
      return new Claimed.TooMany();
    said.claims().add(claim);
    CaseFile cases = new CaseFile(said, now);
    ModerationCase one =
        cases.open(
            new CaseFile.Question(
                Kind.CLAIM,
                about(claim),
                Optional.of(claim.requester()),
                HARM,
                Optional.of(claim.account()),
                Optional.empty(),
                Optional.empty()));
    cases.note("claimed", one, "member");
    return new Claimed.Made(claim);
  }

  private static boolean stands(Claim claim) {
    return switch (claim.state()) {
      case OPEN, ACCEPTED -> true;
      case REJECTED, WITHDRAWN -> false;
    };
  }

  private static Subject about(Claim claim) {
    return Subject.requester(claim.requester().toString());
  }

  /** Looks for the proof of an account's own claim; it is accepted at once if it is there. */
  public Checked check(Account account, String id) {
    Optional<Claim> own = own(account, id);
    if (own.isEmpty()) return new Checked.NoSuch();
    Claim claim = own.get();
    if (claim.state() != Claim.State.OPEN) return new Checked.Over(claim);
    return switch (proof.look(claim, topics.members(claim.requester()))) {
      case ClaimProof.Looked.Missing(String why) -> new Checked.NotYet(claim, why);
      case ClaimProof.Looked.Found(String where) -> accept(claim, where);
    };
  }

  private Checked accept(Claim claim, String where) {
    Instant now = clock.instant();
    return tail.take(
        new Said<>(
            now,
            writing -> {
              Statements said = writing.statements();
              boolean first = said.claims().decide(claim.id(), Claim.State.ACCEPTED, now);
              Claim stands = said.claims().byId(claim.id()).orElse(claim);
              if (!first) return Done.of(new Checked.Over(stands));
              Optional<ModerationCase> waiting = waiting(said, claim);
              waiting.ifPresent(
                  one -> said.cases().set(one.id(), ModerationCase.State.UPHELD, Optional.of(now)));
              new CaseFile(said, now)
                  .proved("claim-accepted", about(claim), waiting.map(ModerationCase::id), where);
              return new Done<>(new Checked.Accepted(stands), Set.of(claim.requester()));
            }));
  }

  private static Optional<ModerationCase> waiting(Statements said, Claim claim) {
    return said.cases().about(about(claim)).stream()
        .filter(one -> one.kind() == Kind.CLAIM && !one.isDecided())
        .filter(one -> one.openedBy().filter(claim.account()::equals).isPresent())
        .findFirst();
  }

  /** An account's own claim; absent if it has no such. */
  public Optional<Claim> own(Account account, String id) {
    return store
        .statements(said -> said.claims().byId(id))
        .filter(claim -> claim.account().equals(account.id()));
  }

  /** Takes a claim back, whether it was accepted or not; absent if the account has no such. */
  public Optional<Claim> withdraw(Account account, String id) {
    Instant now = clock.instant();
    return tail.take(
        new Said<>(
            now,
            writing -> {
              Statements said = writing.statements();
              boolean done = said.claims().withdraw(account.id(), id, now);
              Optional<Claim> claim = said.claims().byId(id).filter(_ -> done);
              if (claim.isEmpty()) return Done.of(claim);
              waiting(said, claim.get())
                  .ifPresent(
                      one ->
                          said.cases()
                              .set(one.id(), ModerationCase.State.DISMISSED, Optional.of(now)));
              new CaseFile(said, now).note("claim-withdrawn", about(claim.get()), "member");
              return new Done<>(claim, Set.of(claim.get().requester()));
            }));
  }
}
