package worthwhile.text;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names of months in a language, whole, short, or cut to three letters and more. */
final class MonthNames {
  private static final Set<TextStyle> STYLES =
      Set.of(
          TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

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
    for (boolean exactly : new boolean[] {true, false}) {
      int[] numbers =
          LANGUAGES.stream()
              .flatMapToInt(language -> numbers(name, language, exactly))
              .distinct()
              .toArray();
      if (numbers.length > 0)
        return numbers.length == 1 ? OptionalInt.of(numbers[0]) : OptionalInt.empty();
    }
    return OptionalInt.empty();
  }

  private static IntStream numbers(String name, Locale locale, boolean exactly) {
    String wanted = plain(name, locale);
    return Stream.of(Month.values())
        .filter(month -> isCalled(month, wanted, locale, exactly))
        .mapToInt(Month::getValue);
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
      if (exactly ? name.equals(wanted) : wanted.length() >= 3 && name.startsWith(wanted))
        return true;
    }
    return false;
  }

  private static String plain(String name, Locale locale) {
    return name.toLowerCase(locale).replace(".", "");
  }
}
