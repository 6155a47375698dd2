package worthwhile.site.view;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import worthwhile.account.Account;
import worthwhile.posting.Reason;

/**
 * What every page has around its content.
 *
 * @param title of the page, without the site's name
 * @param description for search engines and link previews; absent on errors
 * @param nav path of the entry of the navigation that is current; empty if none
 * @param feeds query string of the feeds of this page; absent if it has none
 * @param refreshSeconds after which a page without script asks again; 0 for never
 * @param index whether search engines may keep the page
 * @param head further elements of the head, safe HTML
 * @param account who is signed in
 * @param untold notices that the visitor has not looked at
 * @param timing the visitor's timer; absent while none runs
 * @param notices what is not as it should be at present
 */
public record Layout(
    String title,
    Optional<String> description,
    String nav,
    Optional<String> feeds,
    int refreshSeconds,
    boolean index,
    Optional<String> head,
    Optional<Account> account,
    Optional<RunningClock> timing,
    int untold,
    List<Reason> notices) {
  public Layout {
    notices = List.copyOf(notices);
  }

  public static Layout of(String title, String description, String nav) {
    return new Layout(
        title,
        Optional.of(description),
        nav,
        Optional.empty(),
        0,
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        List.of());
  }

  public static Layout error(String title) {
    return new Layout(
        title,
        Optional.empty(),
        "",
        Optional.empty(),
        0,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        List.of());
  }

  public Layout withFeeds(String query) {
    return new Layout(
        title,
        description,
        nav,
        Optional.of(query),
        refreshSeconds,
        index,
        head,
        account,
        timing,
        untold,
        notices);
  }

  public Layout withRefresh(int seconds) {
    return new Layout(
        title, description, nav, feeds, seconds, index, head, account, timing, untold, notices);
  }

  public Layout withHead(String html) {
    return new Layout(
        title,
        description,
        nav,
        feeds,
        refreshSeconds,
        index,
        Optional.of(html),
        account,
        timing,
        untold,
        notices);
  }

  public Layout notIndexed() {
    return new Layout(
        title,
        description,
        nav,
        feeds,
        refreshSeconds,
        false,
        head,
        account,
        timing,
        untold,
        notices);
  }

  /**
   * As a visitor sees it.
   *
   * @param timer her timer; absent while she has none that runs
   * @param news notices that she has not looked at
   */
  public Layout seenBy(Optional<Account> visitor, Optional<RunningClock> timer, int news) {
    return new Layout(
        title, description, nav, feeds, refreshSeconds, index, head, visitor, timer, news, notices);
  }

  /** Says this too, once. */
  public Layout withNotice(Reason notice) {
    List<Reason> all = Stream.concat(notices.stream(), Stream.of(notice)).distinct().toList();
    return new Layout(
        title, description, nav, feeds, refreshSeconds, index, head, account, timing, untold, all);
  }
}
