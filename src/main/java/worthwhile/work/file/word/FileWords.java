package worthwhile.work.file.word;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words that people's files have for a few meanings, from a list beside the program. */
public final class FileWords {
  private static final String FOLDER = "/worthwhile/work/";
  private static final Pattern BETWEEN = Pattern.compile("\\s*,\\s*");

  /** What opens the words of a meaning; lines without it go on with those of the one before. */
  private static final Pattern MEANING = Pattern.compile("(?<meaning>[a-z-]+):(?<words>.*)");

  private final Map<String, List<String>> words;

  private FileWords(Map<String, List<String>> words) {
    this.words = words;
  }

  /** The list of this name. */
  public static FileWords of(String name) {
    String file = FOLDER + name;
    try (InputStream in = FileWords.class.getResourceAsStream(file)) {
      if (in == null) throw new IllegalStateException(file + " is missing: build again");
      return new FileWords(read(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  private static Map<String, List<String>> read(String text) {
    Map<String, StringBuilder> lists = new LinkedHashMap<>();
    StringBuilder list = new StringBuilder();
    for (String line : text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
      Matcher found = MEANING.matcher(line);
      if (found.matches()) list = lists.computeIfAbsent(found.group(1), _ -> new StringBuilder());
      list.append(found.matches() ? found.group("words") : line);
    }
    Map<String, List<String>> words = new LinkedHashMap<>();
    lists.forEach(
        (meaning, all) -> words.put(meaning, List.of(BETWEEN.split(all.toString().strip()))));
    return words;
  }

  /** All meanings that have words. */
  public Set<String> meanings() {
    return words.keySet();
  }

  /** The words for a meaning, the best first; none if it is not in the list. */
  public List<String> words(String meaning) {
    return words.getOrDefault(meaning, List.of());
  }
}
