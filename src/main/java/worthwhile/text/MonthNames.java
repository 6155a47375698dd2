package worthwhile.text;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/** Names of months in a language, whole, short, or cut to three letters and more. */
final class MonthNames {
  private static final Set<TextStyle> STYLES =
      Set.of(
          TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

  private MonthNames() {}

  /** 1 to 12; empty if no month, or more than one, is called so. */
  static OptionalInt number(String name, Locale locale) {
    String wanted = plain(name, locale);
    int found = 0;
    for (Month month : Month.values()) {
      if (isCalled(month, wanted, locale, true)) return OptionalInt.of(month.getValue());
      if (!isCalled(month, wanted, locale, false)) continue;
      if (found > 0) return OptionalInt.empty();
      found = month.getValue();
    }
    return found == 0 ? OptionalInt.empty() : OptionalInt.of(found);
  }

  private static boolean isCalled(Month month, String wanted, Locale locale, boolean exactly) {
    for (TextStyle style : STYLES) {
      String name = plain(month.getDisplayName(style, locale), locale);
      if (exactly ? name.equals(wanted) : wanted.length() >= 3 && name.startsWith(wanted))
        return true;
    }
    return false;
  }

  private static String plain(String name, Locale locale) {
    return name.toLowerCase(locale).replace(".", "");
  }
}
