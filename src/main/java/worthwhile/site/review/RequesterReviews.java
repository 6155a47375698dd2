package worthwhile.site.review;

import java.util.List;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.community.Pseudonyms;
import worthwhile.community.ShownReviews;
import worthwhile.posting.RequesterId;
import worthwhile.site.http.Urls;
import worthwhile.site.view.SiteInstance;

/**
 * The reviews of a requester for the template {@code review/list}, as somebody may see them.
 *
 * @param requester the id that stands for all of hers
 * @param waiting reports of which only the number is shown
 * @param lines the newest, as many as a page has room for
 * @param more how many there are beyond these
 * @param page from 1
 * @param speaker whether the viewer proved to be this requester
 */
public record RequesterReviews(
    RequesterId requester,
    int waiting,
    List<ShownReviews.Shown> lines,
    int more,
    int page,
    boolean speaker) {
  private static final int MOST = 20;

  /** Characters of all texts on a page. */
  private static final int ROOM = 12_000;

  public RequesterReviews {
    lines = List.copyOf(lines);
  }

  /**
   * Looks them up.
   *
   * @param members all ids of the requester, the one that stands for all first
   * @param viewer absent for a visitor who has not signed in
   */
  public static RequesterReviews of(
      SiteInstance instance, List<RequesterId> members, Optional<Account> viewer) {
    return of(instance, members, viewer, 1);
  }

  /** A later page of them, from 1. */
  static RequesterReviews of(
      SiteInstance instance, List<RequesterId> members, Optional<Account> viewer, int page) {
    Pseudonyms pseudonyms = Pseudonyms.of(instance.store());
    ShownReviews shown =
        instance.store().statements(said -> ShownReviews.of(said, members, viewer, pseudonyms));
    boolean speaker =
        viewer
            .filter(
                account ->
                    instance
                        .store()
                        .statements(said -> said.claims().isRequester(account.id(), members)))
            .isPresent();
    List<ShownReviews.Shown> all = shown.reviews();
    int from = 0;
    for (int i = 1; i < page && from < all.size(); i++) from = end(all, from);
    int to = end(all, from);
    return new RequesterReviews(
        members.getFirst(), shown.waiting(), all.subList(from, to), all.size() - to, page, speaker);
  }

  private static int end(List<ShownReviews.Shown> all, int from) {
    int room = ROOM;
    int to = from;
    while (to < all.size() && to - from < MOST && room > 0)
      room -= all.get(to++).text().map(String::length).orElse(0);
    return to;
  }

  /** Address of the first page. */
  String first() {
    return "/reviews/about?requester=" + Urls.parameter(requester.toString());
  }

  /** Address of the next page. */
  String next() {
    return first() + "&page=" + (page + 1);
  }

  /** Address of the form for one of the viewer's own. */
  String write() {
    return "/reviews/new?requester=" + Urls.parameter(requester.toString());
  }

  /** What is wrong with a review: an address of a form that names it. */
  static String form(String path, String review) {
    return path + "?about=review:" + Urls.parameter(review);
  }
}
