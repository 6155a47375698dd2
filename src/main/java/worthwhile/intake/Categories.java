package worthwhile.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.JobPosting;
import worthwhile.posting.TaskKind;
import worthwhile.posting.word.Worded;

/** The categories of {@code index/categories.txt} and the words that they are recognised by. */
public final class Categories {
  private static final String FILE = "index/categories.txt";
  private static final Pattern LINE =
      Pattern.compile("([a-z][a-z-]*)(?: \\(([a-z-]+)\\))?:(.*)", Pattern.DOTALL);
  private static final Pattern GROUP = Pattern.compile("\\[([a-z-]+)]");

  private static final int IN_TITLE = 6;
  private static final int IN_OWN_WORD = 4;
  private static final int IN_SKILL = 2;

  /** What was recognised before counts as much, so that a weak word does not overturn it. */
  private static final int BEFORE = 16;

  /** What a platform is known for counts more than a noun of a title, less than a clear word. */
  private static final int USUAL = 19;

  /** Signs of a description that are looked at: what is to be done stands at its beginning. */
  private static final int BEGINNING = 600;

  /** Groups of what is done with the people of a panel. */
  private static final Set<String> ASKING = Set.of("survey", "session", "testing");

  /** What says nothing: where anything else is recognised, that counts. */
  private static final String REST = "other";

  private static final Categories SHIPPED = read();

  private final List<Category> categories = new ArrayList<>();
  private final CategoryWords words = new CategoryWords();
  private String text = "";

  /**
   * One category.
   *
   * @param group what the published scheme puts it under
   * @param kind the kind that all work of it is; absent where it may be of several
   */
  record Category(String id, String group, Optional<TaskKind> kind) {}

  private Categories() {}

  /** Every category that is recognised, in the file's order. */
  public static List<String> names() {
    return SHIPPED.categories.stream().map(Category::id).toList();
  }

  /** Every category with its group, in the file's order. */
  static List<Category> all() {
    return List.copyOf(SHIPPED.categories);
  }

  /** The list as it is written. */
  static String text() {
    return SHIPPED.text;
  }

  /** The kind that all work of a category is; absent where it may be of several. */
  static Optional<TaskKind> kind(@Nullable String category) {
    return SHIPPED.find(category).flatMap(Category::kind);
  }

  /**
   * The category of a posting: the source's own word if it is the id of one, else the one whose
   * words count most in title, own word, skills and the beginning of the description. Where nothing
   * is recognised: the source's own word, null if it has none.
   *
   * @param usual the category that its platform is known for
   */
  static @Nullable String of(JobPosting row, Optional<String> usual) {
    String word = row.occupationalCategory();
    String own = word == null || word.isBlank() ? null : word.strip();
    if (own != null && !own.equals(REST) && SHIPPED.find(own).isPresent()) return own;
    return SHIPPED.recognised(row, own, usual).orElse(own);
  }

  /**
   * The category of a posting that has one from before, perhaps by another list: what was
   * recognised then is one sign among the others. Doing it twice changes nothing.
   *
   * @param usual the category that its platform is known for
   */
  static String again(JobPosting stored, Optional<String> usual) {
    String before = stored.occupationalCategory();
    return SHIPPED.recognised(stored, before, usual).orElse(before);
  }

  private Optional<String> recognised(
      JobPosting row, @Nullable String own, Optional<String> usual) {
    int[] scores = new int[categories.size()];
    words.count(row.title(), IN_TITLE, true, scores);
    Optional<Category> before = own == null ? Optional.empty() : find(own);
    if (before.isPresent()) scores[categories.indexOf(before.get())] += BEFORE;
    else if (own != null) words.count(own, IN_OWN_WORD, false, scores);
    for (String skill : row.skills()) words.count(skill, IN_SKILL, false, scores);
    if (row.description() != null) words.count(beginning(row.description()), 1, true, scores);
    usual.flatMap(this::find).ifPresent(one -> count(one, scores));
    int rest = scores[scores.length - 1];
    scores[scores.length - 1] = 0;
    int best = 0;
    for (int i = 1; i < scores.length; i++) if (scores[i] > scores[best]) best = i;
    if (scores[best] > 0) return Optional.of(categories.get(best).id());
    return rest > 0 ? Optional.of(REST) : Optional.empty();
  }

  /** Where people are asked, a trade in the title is theirs: "Bookkeepers: closing the month". */
  private void count(Category usual, int[] scores) {
    scores[categories.indexOf(usual)] += USUAL;
    if (usual.kind().filter(TaskKind.INTERVIEW::equals).isEmpty()) return;
    for (int i = 0; i < scores.length; i++)
      if (!ASKING.contains(categories.get(i).group())) scores[i] = 0;
  }

  private static String beginning(String text) {
    return text.length() <= BEGINNING ? text : text.substring(0, BEGINNING);
  }

  private Optional<Category> find(@Nullable String id) {
    for (Category category : categories) if (category.id().equals(id)) return Optional.of(category);
    return Optional.empty();
  }

  private static Categories read() {
    try (InputStream in = Categories.class.getClassLoader().getResourceAsStream(FILE)) {
      if (in == null)
        throw new IllegalStateException(FILE + " is not on the class path: build again");
      Categories categories = new Categories();
      categories.text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String group = "";
      for (String line : categories.text.lines().toList()) {
        Matcher head = GROUP.matcher(line);
        if (head.matches()) group = head.group(1);
        else if (!line.isBlank() && !line.startsWith("#")) categories.add(group, line);
      }
      return categories;
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  private void add(String group, String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches())
      throw new IllegalStateException(FILE + ": \"" + line + "\" is not \"category: word, word\"");
    Optional<TaskKind> kind =
        Optional.ofNullable(parts.group(2)).flatMap(word -> Worded.of(TaskKind.class, word));
    categories.add(new Category(parts.group(1), group, kind));
    for (String word : parts.group(3).split(",", -1))
      if (!word.isBlank()) words.add(categories.size() - 1, word.strip());
  }
}
