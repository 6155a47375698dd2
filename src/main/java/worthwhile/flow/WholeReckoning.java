package worthwhile.flow;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import worthwhile.posting.Conduct;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.Conducts;
import worthwhile.reputation.Prior;
import worthwhile.reputation.PriorFit;
import worthwhile.reputation.Rating;
import worthwhile.reputation.Reputation;
import worthwhile.reputation.ReviewerVoice;
import worthwhile.reputation.statement.Review;
import worthwhile.store.Store;
import worthwhile.store.community.AllReviews;

/**
 * Works out everybody's record anew from all reviews: what one new review does not change at once,
 * such as trust that spreads, shared voices, age and what is assumed of a platform.
 *
 * <p>A process killed anywhere leaves records that are right for the reviews they were made of; the
 * next run does the rest.
 */
public final class WholeReckoning {
  private static final String NAME = "reckoned";

  /** Requesters whose records are written in one transaction. */
  private static final int STEP = 200;

  private final Store store;
  private final Runnable tell;
  private final Clock clock;

  /**
   * Reckons in this store.
   *
   * @param tell what is to happen after something was stored
   */
  public WholeReckoning(Store store, Runnable tell, Clock clock) {
    this.store = store;
    this.tell = tell;
    this.clock = clock;
  }

  /** The day on which it was last done whole; absent if never. */
  public static Optional<Instant> last(Store store) {
    return store
        .meta()
        .get(NAME)
        .map(state -> Instant.parse(state.substring(0, state.indexOf(' '))));
  }

  /** Reckons if a review, a flag or a decision is new since the last time, or the day is. */
  public void runIfDue() {
    String state = state();
    if (store.meta().get(NAME).filter(state::equals).isPresent()) return;
    run();
    store.meta().put(NAME, state);
  }

  private String state() {
    Instant day = clock.instant().truncatedTo(ChronoUnit.DAYS);
    return day
        + " "
        + store.statements(each -> each.reviews().fingerprint() + " " + each.cases().decided());
  }

  /** Reckons at once. */
  public void run() {
    reckon(voices());
  }

  /**
   * Reckons by these voices. A review may be newer than they are: whom it is about is looked at in
   * the transaction, which asks for the voice that lacks.
   */
  void reckon(Map<String, ReviewerVoice> voices) {
    Instant at = clock.instant();
    store.write(
        writing -> {
          writing.statements().voices().replace(voices, at);
          return voices.size();
        });
    priors(voices);
    differing(voices, at).stream()
        .gather(Gatherers.windowFixed(STEP))
        .forEach(some -> write(some, voices, at));
  }

  private void write(List<RequesterId> some, Map<String, ReviewerVoice> voices, Instant at) {
    boolean left = store.write(writing -> new Reckoning(writing, voices, at).of(some));
    tell.run();
    while (left) {
      left = store.write(writing -> new Reckoning(writing, at).assess(some));
      tell.run();
    }
  }

  /** The voice of everybody who has said good or bad of somebody. */
  Map<String, ReviewerVoice> voices() {
    List<Rating> ratings = new ArrayList<>(store.statements(each -> each.voices().opinions()));
    Map<String, String> once = new HashMap<>();
    try (Stream<AllReviews.Headed> all = store.allReviews().byRequester()) {
      all.filter(each -> each.review().value().isPresent())
          .forEach(each -> ratings.add(rating(each, once)));
    }
    Set<String> trusted = new HashSet<>(store.statements(each -> each.voices().trusted()));
    return Reputation.voices(ratings, trusted);
  }

  /** The same account or requester as the same text: there are a million of them. */
  private static Rating rating(AllReviews.Headed each, Map<String, String> once) {
    Review review = each.review();
    return new Rating(
        once.computeIfAbsent(review.account(), id -> id),
        once.computeIfAbsent(each.head().toString(), id -> id),
        review.value().orElseThrow(),
        review.at(),
        review.verified());
  }

  private void priors(Map<String, ReviewerVoice> voices) {
    Map<String, PriorFit> fits = new HashMap<>();
    each(
        (head, reviews) -> {
          double sum = 0;
          double squares = 0;
          double weights = 0;
          int n = 0;
          for (Review review : reviews) {
            ReviewerVoice voice = voices.get(review.account());
            double weight =
                review.value().isEmpty() || voice == null ? 0 : voice.weight(review.verified());
            if (weight == 0) continue;
            double value = (1 + review.value().getAsDouble()) / 2;
            sum += value;
            squares += value * value;
            weights += weight;
            n++;
          }
          if (n >= 2)
            fits.computeIfAbsent(head.platform(), _ -> new PriorFit())
                .add(n, sum, squares, weights);
        });
    store.write(
        writing -> {
          fits.forEach((platform, fit) -> Priors.note(writing, platform, fit.prior()));
          return fits.size();
        });
  }

  /** Whose record differs from the stored one; with flags it is always looked at. */
  private Set<RequesterId> differing(Map<String, ReviewerVoice> voices, Instant at) {
    Map<RequesterId, Conduct> stored = store.statements(each -> each.conducts().all());
    Set<RequesterId> differing =
        new LinkedHashSet<>(store.statements(each -> each.flags().requesters()));
    Map<String, Prior> priors = new HashMap<>();
    each(
        (head, reviews) -> {
          Prior prior =
              priors.computeIfAbsent(head.platform(), platform -> Priors.of(store, platform));
          Conduct before = stored.remove(head);
          boolean isSame =
              Conducts.areHeard(reviews, voices.keySet())
                  && Conducts.of(head.toString(), reviews, voices, Optional.empty(), 0, prior, at)
                      .map(now -> now.saysAs(before))
                      .orElse(before == null);
          if (!isSame) differing.add(head);
        });
    differing.addAll(stored.keySet());
    return differing;
  }

  private void each(BiConsumer<RequesterId, List<Review>> work) {
    try (Stream<AllReviews.Headed> all = store.allReviews().byRequester()) {
      List<Review> reviews = new ArrayList<>();
      RequesterId head = null;
      for (Iterator<AllReviews.Headed> rows = all.iterator(); rows.hasNext(); ) {
        AllReviews.Headed row = rows.next();
        if (head != null && !row.head().equals(head)) {
          work.accept(head, List.copyOf(reviews));
          reviews.clear();
        }
        head = row.head();
        reviews.add(row.review());
      }
      if (head != null) work.accept(head, List.copyOf(reviews));
    }
  }
}
