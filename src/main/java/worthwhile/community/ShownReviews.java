package worthwhile.community;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import worthwhile.account.Account;
import worthwhile.account.Role;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.Outcome;
import worthwhile.reputation.statement.Reply;
import worthwhile.reputation.statement.Review;
import worthwhile.reputation.statement.Subject;
import worthwhile.store.community.Statements;

/**
 * The reviews of a requester, or of a platform, as somebody may see them.
 *
 * <p>Where fewer than three workers could have written them the bare number stands: the text, the
 * task and the day would tell the requester who it was. Their author and moderators see all.
 *
 * @param waiting reviews of which only the number is shown
 * @param reviews the others, the newest first
 */
public record ShownReviews(int waiting, List<Shown> reviews) {
  /** From so many workers on a review cannot be laid at one's door. */
  public static final int LEAST_WORKERS = 3;

  public ShownReviews {
    reviews = List.copyOf(reviews);
  }

  /**
   * A review as it is shown.
   *
   * @param by the pseudonym of who wrote it, for this requester
   * @param posting absent where it names none
   * @param text absent where there is none; of a hidden review it is there all the same, to be
   *     shown behind a click
   * @param day on which it counts
   * @param own whether the viewer wrote it
   * @param waits whether others see nothing of it yet
   * @param confirmations how many others say the same
   */
  public record Shown(
      String id,
      String by,
      Optional<String> posting,
      Review.Facts facts,
      Optional<String> text,
      LocalDate day,
      boolean verified,
      boolean hidden,
      boolean own,
      boolean waits,
      int confirmations,
      List<Reply> replies) {
    public Shown {
      replies = List.copyOf(replies);
    }
  }

  /**
   * What a viewer may see of a requester's reviews.
   *
   * @param members all ids of the requester, the one that stands for all first
   * @param viewer absent for a visitor who has not signed in
   */
  public static ShownReviews of(
      Statements statements,
      List<RequesterId> members,
      Optional<Account> viewer,
      Pseudonyms pseudonyms) {
    List<Review> all = statements.reviews().about(members);
    Set<String> requesters = Set.copyOf(statements.claims().proved(members));
    return of(statements, all, requesters, viewer, by -> pseudonyms.of(members.getFirst(), by));
  }

  /** What a viewer may see of what is said of a platform itself. */
  public static ShownReviews ofPlatform(
      Statements statements, String platform, Optional<Account> viewer, Pseudonyms pseudonyms) {
    Subject subject = Subject.platform(platform);
    List<Review> all =
        statements.reviews().onPlatform(platform).stream()
            .filter(review -> review.subject().equals(subject))
            .toList();
    return of(statements, all, Set.of(), viewer, by -> pseudonyms.of(subject.toString(), by));
  }

  /** What a viewer may see of what is said of a posting whose source names no requester. */
  public static ShownReviews ofPosting(
      Statements statements, String posting, Optional<Account> viewer, Pseudonyms pseudonyms) {
    List<Review> all = statements.reviews().aboutPosting(posting);
    String context = Subject.posting(posting).toString();
    return of(statements, all, Set.of(), viewer, by -> pseudonyms.of(context, by));
  }

  /** The same of what names one posting; the number that waits stays that of all. */
  public ShownReviews onlyOf(String posting) {
    return new ShownReviews(
        waiting,
        reviews.stream().filter(each -> each.posting().equals(Optional.of(posting))).toList());
  }

  private static ShownReviews of(
      Statements statements,
      List<Review> all,
      Set<String> requesters,
      Optional<Account> viewer,
      UnaryOperator<String> pseudonym) {
    boolean isOpen = areEnough(all, requesters);
    boolean seesAll = isOpen || viewer.filter(ShownReviews::isModerator).isPresent();
    List<Review> visible = new ArrayList<>();
    for (Review review : all) if (seesAll || isOwn(review, viewer)) visible.add(review);
    Map<String, List<Reply>> replies = replies(statements, visible);
    Map<String, Integer> confirmations = confirmations(all);
    List<Shown> shown = new ArrayList<>();
    for (Review review : visible)
      shown.add(
          new Shown(
              review.id(),
              pseudonym.apply(review.account()),
              review.posting(),
              review.facts(),
              review.text(),
              LocalDate.ofInstant(review.at(), ZoneOffset.UTC),
              review.verified(),
              review.hidden(),
              isOwn(review, viewer),
              !isOpen,
              confirmations.getOrDefault(review.id(), 0),
              replies.getOrDefault(review.id(), List.of())));
    int waiting = isOpen ? 0 : (int) all.stream().filter(each -> !each.hidden()).count();
    return new ShownReviews(waiting, shown);
  }

  /** How many others say the same still, of each: either may have been corrected since. */
  private static Map<String, Integer> confirmations(List<Review> all) {
    Map<String, Outcome> told = new HashMap<>();
    for (Review review : all) told.put(review.id(), review.facts().outcome());
    Map<String, Integer> confirmations = new HashMap<>();
    for (Review review : all)
      if (!review.hidden())
        review
            .confirms()
            .filter(id -> told.get(id) == review.facts().outcome())
            .ifPresent(id -> confirmations.merge(id, 1, Integer::sum));
    return confirmations;
  }

  /**
   * Whether everybody may read a review: it is one of enough.
   *
   * @param members all ids of its requester; empty where nobody is named
   */
  static boolean isOpen(Statements said, Review review, List<RequesterId> members) {
    if (!members.isEmpty())
      return areEnough(said.reviews().about(members), Set.copyOf(said.claims().proved(members)));
    List<Review> beside =
        review.posting().isPresent()
            ? said.reviews().aboutPosting(review.posting().get())
            : said.reviews().onPlatform(review.platform());
    return areEnough(
        beside.stream().filter(each -> each.subject().equals(review.subject())).toList(), Set.of());
  }

  /**
   * Whether so many workers spoke that none of them can be told from the others. What was taken out
   * of sight was spoken all the same.
   */
  public static boolean areEnough(List<Review> reviews, Set<String> requesters) {
    return reviews.stream()
            .map(Review::account)
            .filter(account -> !requesters.contains(account))
            .distinct()
            .count()
        >= LEAST_WORKERS;
  }

  private static boolean isModerator(Account account) {
    return account.is(Role.MODERATOR) || account.is(Role.OPERATOR);
  }

  private static boolean isOwn(Review review, Optional<Account> viewer) {
    return viewer.filter(account -> account.id().equals(review.account())).isPresent();
  }

  private static Map<String, List<Reply>> replies(Statements statements, List<Review> reviews) {
    List<Subject> subjects = reviews.stream().map(each -> Subject.review(each.id())).toList();
    return statements.replies().about(subjects).stream()
        .collect(Collectors.groupingBy(reply -> reply.about().id()));
  }
}
