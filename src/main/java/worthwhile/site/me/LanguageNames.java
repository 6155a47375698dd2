package worthwhile.site.me;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import worthwhile.site.view.Show;

/** Languages as people write them: by their English names, their own names, or their codes. */
public final class LanguageNames {
  private static final Map<String, String> CODES = codes();

  private LanguageNames() {}

  /**
   * What a text names.
   *
   * @param codes ISO 639-1 codes, each once
   * @param unknown words that name no language
   */
  public record Named(List<String> codes, List<String> unknown) {}

  private static Map<String, String> codes() {
    Map<String, String> codes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String code : Locale.getISOLanguages()) {
      Locale own = Locale.of(code);
      codes.putIfAbsent(own.getDisplayLanguage(own), code);
      codes.put(own.getDisplayLanguage(Locale.ENGLISH), code);
    }
    for (String code : Locale.getISOLanguages()) codes.put(code, code);
    return codes;
  }

  /** Reads a list such as "English, Kiswahili" or "en sw". */
  public static Named read(Collection<String> texts) {
    Set<String> codes = new LinkedHashSet<>();
    List<String> unknown = new ArrayList<>();
    for (String text : texts)
      for (String part : text.split("[,;/+·]|\\s+and\\s+")) read(part.strip(), codes, unknown);
    return new Named(List.copyOf(codes), unknown);
  }

  private static void read(String part, Set<String> codes, List<String> unknown) {
    if (part.isEmpty()) return;
    String whole = CODES.get(part);
    if (whole != null) {
      codes.add(whole);
      return;
    }
    for (String word : part.split("\\s+")) {
      String code = CODES.get(word);
      if (code == null) unknown.add(part);
      else codes.add(code);
      if (code == null) return;
    }
  }

  /** Their names in a line: English, Swahili. */
  public static String line(Collection<String> codes) {
    return codes.stream().map(Show::language).collect(Collectors.joining(", "));
  }
}
