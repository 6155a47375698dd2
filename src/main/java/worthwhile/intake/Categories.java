package worthwhile.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import worthwhile.posting.TaskKind;

/** The categories of {@code index/categories.txt} and the words that they are recognised by. */
public final class Categories {
  private static final String FILE = "index/categories.txt";
  private static final Categories SHIPPED = read();

  private final List<Category> categories;

  private record Category(String name, Pattern words) {}

  private Categories(List<Category> categories) {
    this.categories = List.copyOf(categories);
  }

  /** Every category that is recognised, in the file's order. */
  public static List<String> names() {
    return SHIPPED.categories.stream().map(Category::name).toList();
  }

  /**
   * The category of a posting: by the source's own word if it has one that is known, else by the
   * title, else by the skills; the first in the file's order counts. Where nothing is recognised:
   * the source's own word, null if it has none.
   */
  static String of(String word, String title, List<String> skills) {
    String own = word == null || word.isBlank() ? null : word.strip();
    if (own != null && SHIPPED.isName(own)) return own;
    for (String text : new String[] {own, title, String.join(" , ", skills)}) {
      String found = text == null ? null : SHIPPED.find(text);
      if (found != null) return found;
    }
    return own;
  }

  /** The kind that all work of a category is; absent where it may be of several. */
  static Optional<TaskKind> kind(String category) {
    if ("survey".equals(category)) return Optional.of(TaskKind.MICRO_TASK);
    return "interview".equals(category) ? Optional.of(TaskKind.INTERVIEW) : Optional.empty();
  }

  private boolean isName(String word) {
    return categories.stream().anyMatch(category -> category.name.equals(word));
  }

  private String find(String text) {
    for (Category category : categories)
      if (category.words.matcher(text).find()) return category.name;
    return null;
  }

  private static Categories read() {
    try (InputStream in = Categories.class.getClassLoader().getResourceAsStream(FILE)) {
      if (in == null)
        throw new IllegalStateException(FILE + " is not on the class path: build again");
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<Category> categories = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine())
        if (!line.isBlank() && !line.startsWith("#")) categories.add(category(line));
      return new Categories(categories);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  private static Category category(String line) {
    int colon = line.indexOf(':');
    if (colon < 0)
      throw new IllegalStateException(FILE + ": \"" + line + "\" is not \"category: word, word\"");
    List<String> words = new ArrayList<>();
    for (String word : line.substring(colon + 1).split(",", -1))
      if (!word.isBlank()) words.add(pattern(word.strip().toLowerCase(Locale.ROOT)));
    String any = words.isEmpty() ? "(?!)" : String.join("|", words);
    return new Category(
        line.substring(0, colon).strip(),
        Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
  }

  /** A word ending in * stands for every word that begins so; a blank also for a hyphen. */
  private static String pattern(String word) {
    boolean open = word.endsWith("*");
    String stem = open ? word.substring(0, word.length() - 1) : word;
    String quoted = Pattern.quote(stem).replace(" ", "\\E[\\s_/-]+\\Q");
    return quoted + (open ? "[\\p{L}]*" : "s?");
  }
}
