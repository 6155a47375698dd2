package worthwhile.site;

import java.util.Optional;

/** How to reach the operator, as a text and, where it is an address, a link. */
record Contact(String text, Optional<String> link) {
  static Contact of(String contact) {
    String text = contact.strip().replaceFirst("^(?i)mailto:", "");
    if (text.matches("[^\\s@:/?#&%]+@[^\\s@:/?#&%]+"))
      return new Contact(text, Optional.of("mailto:" + text));
    return new Contact(text, Urls.web(text));
  }
}
