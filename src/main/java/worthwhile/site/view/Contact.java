package worthwhile.site.view;

import java.util.Optional;
import worthwhile.site.http.Urls;

/** How to reach the operator, as a text and, where it is an address, a link. */
public record Contact(String text, Optional<String> link) {
  public static Contact of(String contact) {
    String text = contact.strip().replaceFirst("^(?i)mailto:", "");
    if (text.matches("[^\\s@:/?#&%]+@[^\\s@:/?#&%]+"))
      return new Contact(text, Optional.of("mailto:" + text));
    return new Contact(text, Urls.web(text));
  }
}
