package worthwhile.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text as it must be written within another language. */
public final class Escaped {
  private Escaped() {}

  /** For HTML and XML, between tags and within the quotes of an attribute. */
  public static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /**
   * Any part of an address, in UTF-8: all but letters and digits of ASCII and {@code -_.*} with a
   * percent sign, a blank too, as RFC 3986 has it and forms have not.
   */
  public static String inAddress(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The same with colons as they are, as ids have them. */
  public static String idInAddress(String id) {
    return inAddress(id).replace("%3A", ":");
  }
}
