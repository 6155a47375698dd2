package worthwhile.site.view;

import java.util.Optional;
import worthwhile.account.Account;

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
 */
public record Layout(
    String title,
    Optional<String> description,
    String nav,
    Optional<String> feeds,
    int refreshSeconds,
    boolean index,
    Optional<String> head,
    Optional<Account> account) {
  public static Layout of(String title, String description, String nav) {
    return new Layout(
        title,
        Optional.of(description),
        nav,
        Optional.empty(),
        0,
        true,
        Optional.empty(),
        Optional.empty());
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
        Optional.empty());
  }

  public Layout withFeeds(String query) {
    return new Layout(
        title, description, nav, Optional.of(query), refreshSeconds, index, head, account);
  }

  public Layout withRefresh(int seconds) {
    return new Layout(title, description, nav, feeds, seconds, index, head, account);
  }

  public Layout withHead(String html) {
    return new Layout(
        title, description, nav, feeds, refreshSeconds, index, Optional.of(html), account);
  }

  public Layout notIndexed() {
    return new Layout(title, description, nav, feeds, refreshSeconds, false, head, account);
  }

  public Layout seenBy(Optional<Account> visitor) {
    return new Layout(title, description, nav, feeds, refreshSeconds, index, head, visitor);
  }
}
