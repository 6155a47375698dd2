package worthwhile.community;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import worthwhile.account.Account;
import worthwhile.posting.Posting;
import worthwhile.posting.RequesterId;
import worthwhile.posting.Warning;
import worthwhile.reputation.statement.Claim;
import worthwhile.reputation.statement.Flag;
import worthwhile.reputation.statement.ModerationCase;
import worthwhile.reputation.statement.Review;
import worthwhile.reputation.statement.Subject;
import worthwhile.store.community.Statements;
import worthwhile.store.community.WithdrawnRows;
import worthwhile.store.posting.Writing;
import worthwhile.warning.JudgedWords;

/** What two people decided of a case, carried out inside the transaction of the second voice. */
final class Decision {
  private final Writing writing;
  private final Statements said;
  private final ModerationCase one;
  private final Account by;
  private final Ballot last;
  private final Instant now;
  private final DecisionNotices notices;

  /**
   * A decision.
   *
   * @param by whose voice was the second
   */
  Decision(Writing writing, ModerationCase one, Account by, Ballot last, Instant now) {
    this.writing = writing;
    this.said = writing.statements();
    this.one = one;
    this.by = by;
    this.last = last;
    this.now = now;
    this.notices = new DecisionNotices(said, now);
  }

  /** Does it, logs it and tells those concerned; of whom something else is said by it. */
  Set<RequesterId> carryOut() {
    boolean upheld = last.choice() == ModerationCase.Choice.UPHOLD;
    new CaseFile(said, now).note(action(upheld), one, by, last);
    notices.decided(askers(), one, upheld, last);
    return switch (one.kind()) {
      case FLAG -> flag(one.about(), upheld);
      case DISPUTE -> dispute(upheld, one.id());
      case APPEAL -> upheld ? reverse() : Set.of();
      case CLAIM -> claim(upheld);
      case BURST -> upheld ? burst() : concerned();
    };
  }

  /** As the log names it, such as {@code hidden} or {@code claim-accepted}. */
  private String action(boolean upheld) {
    return switch (one.kind()) {
      case FLAG -> upheld ? isWords() ? "hidden" : "flag-upheld" : "flag-dismissed";
      case DISPUTE -> upheld ? isWords() ? "hidden" : "warning-withdrawn" : "dispute-dismissed";
      case APPEAL -> upheld ? "appeal-upheld" : "appeal-dismissed";
      case CLAIM -> upheld ? "claim-accepted" : "claim-rejected";
      case BURST -> upheld ? "burst-hidden" : "burst-dismissed";
    };
  }

  private boolean isWords() {
    return isWords(one.about());
  }

  private static boolean isWords(Subject about) {
    return switch (about.kind()) {
      case REVIEW, REPLY -> true;
      case POSTING, REQUESTER, PLATFORM -> false;
    };
  }

  /** Who asked for it, and is told. */
  private List<String> askers() {
    return switch (one.kind()) {
      case FLAG ->
          said.flags().about(one.about()).stream()
              .filter(flag -> flag.state() == Flag.State.OPEN)
              .flatMap(flag -> flag.account().stream())
              .distinct()
              .toList();
      case DISPUTE, APPEAL, CLAIM, BURST -> one.openedBy().stream().toList();
    };
  }

  private Set<RequesterId> flag(Subject about, boolean upheld) {
    said.flags().decide(about, upheld ? Flag.State.UPHELD : Flag.State.DISMISSED);
    if (!isWords(about)) return warned(about);
    return upheld ? hide(about, true) : Set.of();
  }

  /** Others are warned by what was decided of a task or a requester, or are no longer. */
  private Set<RequesterId> warned(Subject about) {
    if (about.kind() == Subject.Kind.POSTING) writing.assessLater(List.of(about.id()));
    else one.requester().ifPresent(requester -> Merging.assessLater(writing, requester));
    return concerned();
  }

  /** A review goes out of sight, or the warnings of a task are withdrawn. */
  private Set<RequesterId> dispute(boolean upheld, String of) {
    if (!upheld) return Set.of();
    return isWords() ? hide(one.about(), true) : withdraw(of);
  }

  /** What machines and lists say of a posting, which people may find wrong. */
  static Stream<Warning> disputed(Posting posting) {
    return posting.assessment().warnings().stream()
        .filter(warning -> warning.by() != Warning.By.COMMUNITY);
  }

  /** Of a host on a list the list is not believed any more, wherever the host is named. */
  private Set<RequesterId> withdraw(String of) {
    String id = one.about().id();
    Set<String> codes = new LinkedHashSet<>();
    Optional<Posting> posting = writing.posting(id);
    for (Warning warning : posting.stream().flatMap(Decision::disputed).toList()) {
      if (warning.by() != Warning.By.LIST) codes.add(warning.code());
      else withdraw(String.valueOf(warning.parameters().get("host")), warning.code(), of);
    }
    Optional<JudgedWords> words = Judging.words(one, writing::posting);
    said.withdrawn().add(WithdrawnRows.ofPosting(id), codes, words, of, now);
    writing.assessLater(List.of(id));
    return Set.of();
  }

  private void withdraw(String host, String code, String of) {
    said.withdrawn().add(WithdrawnRows.ofHost(host), List.of(code), Optional.empty(), of, now);
    writing.assessLaterNaming(host);
  }

  /** What a case withdrew is said again, from when it is assessed next. */
  private Set<RequesterId> sayAgain(String of) {
    said.withdrawn().revoke(of);
    writing.assessLater(List.of(one.about().id()));
    return Set.of();
  }

  private Set<RequesterId> concerned() {
    return one.requester().map(Set::of).orElse(Set.of());
  }

  private Set<RequesterId> hide(Subject about, boolean hidden) {
    if (!hidden) said.hiddenWords().forget(about.id());
    boolean there =
        about.kind() == Subject.Kind.REVIEW
            ? said.reviews().hide(about.id(), hidden)
            : said.replies().hide(about.id(), hidden);
    if (!there) return Set.of();
    Optional<String> author = Judging.author(said, one);
    if (hidden) author.ifPresent(account -> notices.hidden(account, one, last));
    else author.ifPresent(account -> notices.inSightAgain(account, one));
    return about.kind() == Subject.Kind.REVIEW ? concerned() : Set.of();
  }

  /** The decision that is appealed becomes its opposite. */
  private Set<RequesterId> reverse() {
    ModerationCase before = one.ofCase().flatMap(said.cases()::byId).orElseThrow();
    boolean wasUpheld = before.state() == ModerationCase.State.UPHELD;
    return switch (before.kind()) {
      case FLAG -> reverseFlag(wasUpheld);
      case DISPUTE ->
          isWords()
              ? hide(one.about(), !wasUpheld)
              : wasUpheld ? sayAgain(before.id()) : withdraw(before.id());
      case BURST -> hide(one.about(), false);
      // These cannot be appealed: an appeal is judged once, and a claim can be made again.
      case APPEAL, CLAIM -> Set.of();
    };
  }

  private Set<RequesterId> reverseFlag(boolean wasUpheld) {
    Flag.State from = wasUpheld ? Flag.State.UPHELD : Flag.State.DISMISSED;
    Flag.State to = wasUpheld ? Flag.State.DISMISSED : Flag.State.UPHELD;
    said.flags().change(one.about(), from, to);
    return isWords() ? hide(one.about(), !wasUpheld) : warned(one.about());
  }

  private Set<RequesterId> claim(boolean upheld) {
    one.openedBy().stream()
        .flatMap(account -> said.claims().of(account).stream())
        .filter(claim -> claim.state() == Claim.State.OPEN && isOf(claim))
        .forEach(
            claim ->
                said.claims()
                    .decide(claim.id(), upheld ? Claim.State.ACCEPTED : Claim.State.REJECTED, now));
    return upheld ? concerned() : Set.of();
  }

  private boolean isOf(Claim claim) {
    return one.requester().filter(claim.requester()::equals).isPresent();
  }

  private Set<RequesterId> burst() {
    RequesterId requester = one.requester().orElseThrow();
    for (Review review : BurstReviews.of(said, writing.members(requester), now)) {
      said.reviews().hide(review.id(), true);
      notices.hidden(review.account(), one, last);
    }
    return concerned();
  }
}
