package worthwhile.community;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import worthwhile.account.Account;
import worthwhile.flow.Batch.Said;
import worthwhile.flow.Batch.Said.Done;
import worthwhile.flow.Tail;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.Review;
import worthwhile.reputation.statement.ReviewBuilder;
import worthwhile.reputation.statement.ReviewFactsBuilder;
import worthwhile.reputation.statement.Subject;
import worthwhile.store.community.Statements;
import worthwhile.store.posting.Writing;

/** Takes what workers tell: new reviews, corrections, and that somebody else's is right. */
public final class Reviewing {
  private final Tail tail;
  private final Clock clock;

  public Reviewing(Tail tail, Clock clock) {
    this.tail = tail;
    this.clock = clock;
  }

  /** What comes of a new one. */
  public sealed interface Written {
    record Made(Review review) implements Written {}

    /** The account has one of the same already. */
    record Exists(Review review) implements Written {}

    /** The account proved to be the requester, now or before. */
    record Herself() implements Written {}

    /** There is no such review to confirm, or the account cannot see it. */
    record Missing() implements Written {}
  }

  /** Stores a new one. */
  public Written write(Account account, ReviewTarget target, ReviewDraft draft) {
    String id = UUID.randomUUID().toString();
    Instant now = clock.instant();
    return tail.take(
        new Said<>(
            now,
            writing ->
                add(writing, review(writing, id, account, target, draft, Optional.empty(), now))));
  }

  /**
   * Stores that the same happened to an account as another one tells. Only what became of it is
   * repeated: minutes and money were the other's.
   */
  public Written confirm(Account account, String other) {
    String id = UUID.randomUUID().toString();
    Instant now = clock.instant();
    return tail.take(new Said<>(now, writing -> confirm(writing, id, account, other, now)));
  }

  private static Done<Written> confirm(
      Writing writing, String id, Account account, String other, Instant now) {
    Optional<Review> told =
        writing.statements().reviews().byId(other).filter(review -> isOpen(writing, review));
    if (told.isEmpty()) return Done.of(new Written.Missing());
    if (told.get().account().equals(account.id())) return Done.of(new Written.Exists(told.get()));
    Review.Facts facts = told.get().facts();
    Review.Facts same =
        ReviewFactsBuilder.builder()
            .outcome(facts.outcome())
            .rejectedFor(facts.rejectedFor())
            .screenedOutPaid(facts.screenedOutPaid())
            .build();
    ReviewDraft draft = new ReviewDraft(same, Optional.empty());
    Optional<String> first = told.get().confirms().or(() -> Optional.of(other));
    ReviewTarget target = ReviewTarget.of(told.get());
    return add(writing, review(writing, id, account, target, draft, first, now));
  }

  /** Whether everybody may read it. */
  private static boolean isOpen(Writing writing, Review review) {
    if (review.hidden()) return false;
    List<RequesterId> members = review.requester().map(writing::members).orElse(List.of());
    return ShownReviews.isOpen(writing.statements(), review, members);
  }

  private static Review review(
      Writing writing,
      String id,
      Account account,
      ReviewTarget target,
      ReviewDraft draft,
      Optional<String> confirms,
      Instant now) {
    return new Review(
        id,
        account.id(),
        target.subject(),
        target.platform(),
        target.requester(),
        target.posting(),
        draft.facts(),
        draft.text(),
        confirms,
        isVerified(writing, account.id(), target),
        false,
        now,
        now,
        now);
  }

  private static boolean isVerified(Writing writing, String account, ReviewTarget target) {
    var work = writing.statements().verifiedWork();
    return target.isPlatform()
        ? work.isKnownOn(account, target.platform())
        : work.isKnown(account, target.requester(), target.posting());
  }

  private static Done<Written> add(Writing writing, Review review) {
    Statements said = writing.statements();
    Optional<Review> before = said.reviews().of(review.account(), review.subject());
    if (before.isPresent()) return Done.of(new Written.Exists(before.get()));
    List<RequesterId> members = review.requester().map(writing::members).orElse(List.of());
    if (said.claims().proved(members).contains(review.account()))
      return Done.of(new Written.Herself());
    Review made =
        said.hiddenWords()
            .sayAgain(Subject.Kind.REVIEW, review.account(), review.subject())
            .map(id -> ReviewBuilder.builder(review).id(id).hidden(true).build())
            .orElse(review);
    said.reviews().add(made);
    if (!made.hidden()) ReviewNotices.tellFollowers(said, made, members);
    return new Done<>(new Written.Made(made), concerned(made));
  }

  private static Set<RequesterId> concerned(Review review) {
    return review.requester().map(Set::of).orElse(Set.of());
  }

  /** What a review is to say, by what it says and whether it is of a platform itself. */
  @FunctionalInterface
  public interface Correction {
    ReviewDraft of(ReviewDraft before, boolean ofPlatform);
  }

  /**
   * Replaces what an account's own one says; absent if it has no such. One that says otherwise what
   * became of the work counts from today; another correction leaves its day.
   */
  public Optional<Review> edit(Account account, String id, Correction correction) {
    Instant now = clock.instant();
    return tail.take(
        new Said<>(
            now,
            writing -> {
              Optional<Review> before = own(writing, account, id);
              if (before.isEmpty()) return Done.of(Optional.empty());
              boolean ofPlatform = ReviewTarget.of(before.get()).isPlatform();
              ReviewDraft draft = correction.of(ReviewDraft.of(before.get()), ofPlatform);
              Review review = corrected(writing, before.get(), draft, now);
              writing.statements().reviews().replace(review);
              return new Done<>(Optional.of(review), concerned(review));
            }));
  }

  private static Review corrected(Writing writing, Review before, ReviewDraft draft, Instant now) {
    boolean isNews =
        before.facts().outcome() != draft.facts().outcome()
            || before.facts().wasPaid() != draft.facts().wasPaid();
    boolean verified =
        before.verified() || isVerified(writing, before.account(), ReviewTarget.of(before));
    return ReviewBuilder.builder(before)
        .facts(draft.facts())
        .text(draft.text())
        .verified(verified)
        .at(isNews ? now : before.at())
        .changed(now)
        .build();
  }

  private static Optional<Review> own(Writing writing, Account account, String id) {
    return writing
        .statements()
        .reviews()
        .byId(id)
        .filter(review -> review.account().equals(account.id()));
  }

  /**
   * Deletes an account's own; false if it has no such. One that is out of sight is so again if it
   * is written anew: deleting it is no appeal.
   */
  public boolean delete(Account account, String id) {
    return tail.take(
        new Said<>(
            clock.instant(),
            writing -> {
              Optional<Review> review = own(writing, account, id);
              review.ifPresent(mine -> delete(writing.statements(), mine));
              return new Done<>(
                  review.isPresent(), review.map(Reviewing::concerned).orElse(Set.of()));
            }));
  }

  private static void delete(Statements said, Review review) {
    if (review.hidden())
      said.hiddenWords().keep(Subject.review(review.id()), review.account(), review.subject());
    said.reviews().delete(review.account(), review.id());
  }
}
