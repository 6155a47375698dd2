package worthwhile.site.requester;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import worthwhile.account.Account;
import worthwhile.community.published.RequesterRecord;
import worthwhile.posting.Pay;
import worthwhile.posting.Posting;
import worthwhile.posting.RequesterId;
import worthwhile.site.review.RequesterReviews;
import worthwhile.site.view.SiteInstance;
import worthwhile.store.posting.Requesters;

/**
 * What the page of one requester shows besides names, tasks and what other sites say.
 *
 * @param id the one that stands for all of hers
 * @param merges of her ids, the newest first, undone ones too
 * @param pay absent if of none of her open tasks is known what it pays an hour
 * @param reviews as the viewer may see them
 * @param follows whether the viewer follows her; absent for a visitor who has not signed in
 * @param worked whether the viewer worked for her
 */
record RequesterDetails(
    RequesterId id,
    List<Requesters.Merge> merges,
    Optional<Measured> pay,
    RequesterRecord record,
    RequesterReviews reviews,
    Optional<Boolean> follows,
    boolean worked) {
  private static final int MOST_MERGES = 20;
  private static final String CURRENCY = "USD";

  /**
   * Pay per hour after what is certain to be taken off, of open tasks.
   *
   * @param n tasks of which it is known
   */
  record Measured(BigDecimal median, int n) {
    static Optional<Measured> of(List<Posting> open) {
      List<BigDecimal> known =
          open.stream()
              .map(Posting::pay)
              .filter(pay -> pay != null && pay.currency().equals(CURRENCY))
              .map(Pay::net)
              .sorted()
              .toList();
      return known.isEmpty()
          ? Optional.empty()
          : Optional.of(new Measured(known.get(known.size() / 2), known.size()));
    }

    String currency() {
      return CURRENCY;
    }
  }

  /** Absent where several requesters share a name. */
  static Optional<RequesterDetails> of(
      SiteInstance instance, RequesterView requester, Optional<Account> viewer) {
    List<RequesterId> members = requester.members();
    if (members.isEmpty()) return Optional.empty();
    Instant now = instance.now();
    return Optional.of(
        new RequesterDetails(
            members.getFirst(),
            instance.store().requesters().merges(members, MOST_MERGES),
            Measured.of(requester.open()),
            RequesterRecord.of(instance.store(), members, now),
            RequesterReviews.of(instance, members, viewer),
            viewer.map(account -> follows(instance, account, members)),
            viewer.filter(account -> worked(instance, account, members)).isPresent()));
  }

  private static boolean follows(
      SiteInstance instance, Account account, List<RequesterId> members) {
    List<RequesterId> followed =
        instance.store().statements(said -> said.follows().of(account.id()));
    return members.stream().anyMatch(followed::contains);
  }

  private static boolean worked(SiteInstance instance, Account account, List<RequesterId> members) {
    return !instance.store().work().workedFor(account.id(), Set.copyOf(members)).isEmpty();
  }
}
