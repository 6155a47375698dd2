package worthwhile.text.time;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Names of months in a language, whole, short, or cut to three letters and more. */
final class MonthNames {
  private static final Set<TextStyle> STYLES =
      Set.of(
          TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

  /** Shorter pieces of a name say nothing. */
  private static final int SHORTEST = 3;

  /** Languages of boards that do not say theirs. */
  private static final List<Locale> LANGUAGES =
      Stream.of(
              "en", "fr", "de", "es", "it", "pt", "nl", "ru", "uk", "pl", "cs", "sk", "tr", "sv",
              "da", "nb", "fi", "hu", "ro", "el", "bg", "hr", "sl", "et", "lv", "lt", "id", "vi")
          .map(Locale::forLanguageTag)
          .toList();

  private MonthNames() {}

  /**
   * 1 to 12 for a name that means the same month in every language that has it; empty if none has
   * it, or if they disagree ("listopad" is October in Croatian and November in Polish).
   */
  static OptionalInt numberInAnyLanguage(String name) {
    List<String> spellings =
        Stream.of(Locale.ROOT, Locale.of("tr")).map(locale -> plain(name, locale)).toList();
    for (Map<String, Integer> names : List.of(Everywhere.WHOLE, Everywhere.CUT))
      for (String spelling : spellings) {
        int number = names.getOrDefault(spelling, -1);
        if (number >= 0) return number == 0 ? OptionalInt.empty() : OptionalInt.of(number);
      }
    return OptionalInt.empty();
  }

  /** Names in all languages, worked out once; 0 stands for several months. */
  private static final class Everywhere {
    static final Map<String, Integer> WHOLE = new HashMap<>();
    static final Map<String, Integer> CUT = new HashMap<>();

    static {
      for (Locale language : LANGUAGES)
        for (Month month : Month.values())
          for (TextStyle style : STYLES)
            add(plain(month.getDisplayName(style, language), language), month.getValue());
    }

    private static void add(String name, int month) {
      WHOLE.merge(name, month, Everywhere::agreed);
      for (int length = SHORTEST; length <= name.length(); length++)
        CUT.merge(name.substring(0, length), month, Everywhere::agreed);
    }

    private static Integer agreed(Integer one, Integer other) {
      return one.equals(other) ? one : 0;
    }
  }

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
      if (exactly ? name.equals(wanted) : wanted.length() >= SHORTEST && name.startsWith(wanted))
        return true;
    }
    return false;
  }

  private static String plain(String name, Locale locale) {
    return name.toLowerCase(locale).replace(".", "");
  }
}
