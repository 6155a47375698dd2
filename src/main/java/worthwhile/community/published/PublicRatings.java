package worthwhile.community.published;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import worthwhile.community.Pseudonyms;
import worthwhile.community.ShownReviews;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.Conducts;
import worthwhile.reputation.Rating;
import worthwhile.reputation.statement.Review;
import worthwhile.store.Store;
import worthwhile.store.community.AllReviews;

/**
 * All that scores are worked out from, for everybody: reviewers under names that change each month,
 * days instead of hours, hidden reviews left out. Where fewer than three workers tell of a
 * requester, she stands under a name that says nothing: who knows her does not find them, and the
 * voices of those who tell of her still come out right.
 */
public final class PublicRatings {
  private final Store store;
  private final Pseudonyms pseudonyms;
  private final String month;

  public PublicRatings(Store store, Instant now) {
    this.store = store;
    pseudonyms = Pseudonyms.of(store);
    month = "ratings " + YearMonth.from(now.atZone(ZoneOffset.UTC));
  }

  /** Names of the accounts that speak with full trust from the start. */
  public List<String> trusted() {
    return store.statements(each -> each.voices().trusted()).stream()
        .map(this::name)
        .sorted()
        .toList();
  }

  /** Gives every rating, those of one requester after the other. */
  public void each(Consumer<Rating> to) {
    store.statements(each -> each.voices().opinions()).stream()
        .map(
            one ->
                new Rating(
                    name(one.reviewer()),
                    name(one.requester()),
                    one.value(),
                    one.at().truncatedTo(ChronoUnit.DAYS),
                    false))
        .forEach(to);
    try (Stream<AllReviews.Headed> all = store.allReviews().byRequester()) {
      List<Review> hers = new ArrayList<>();
      RequesterId head = null;
      for (Iterator<AllReviews.Headed> rows = all.iterator(); rows.hasNext(); ) {
        AllReviews.Headed row = rows.next();
        if (head != null && !head.equals(row.head())) give(head, hers, to);
        if (!row.head().equals(head)) hers.clear();
        head = row.head();
        hers.add(row.review());
      }
      if (head != null) give(head, hers, to);
    }
  }

  private void give(RequesterId head, List<Review> reviews, Consumer<Rating> to) {
    String name = isOpen(head, reviews) ? head.toString() : name("few " + head);
    for (Review review : reviews)
      if (review.value().isPresent()) {
        Rating rating = Conducts.rating(name, review);
        to.accept(
            new Rating(
                name(review.account()), name, rating.value(), rating.at(), rating.verified()));
      }
  }

  private boolean isOpen(RequesterId head, List<Review> reviews) {
    if (!ShownReviews.areEnough(reviews, Set.of())) return false;
    List<RequesterId> known = store.requesters().members(head);
    List<RequesterId> members = known.isEmpty() ? List.of(head) : known;
    return store.statements(
        each -> ShownReviews.areEnough(reviews, Set.copyOf(each.claims().proved(members))));
  }

  private String name(String account) {
    return pseudonyms.of(month, account);
  }
}
