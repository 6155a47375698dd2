package worthwhile.work.file;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import worthwhile.posting.word.Worded;
import worthwhile.work.Recognition;
import worthwhile.work.Status;
import worthwhile.work.file.word.FileWords;

/** The words that platforms have for what became of a piece of work. */
final class StatusWords {
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}]+");

  private static final Map<String, Status> WORDS = words();

  private static final Pattern YES =
      Pattern.compile("yes|y|true|x|✓|✔|☑|✅|1|ja|oui|sí|si|sim|sì|tak|haan|han|हाँ");
  private static final Pattern NO =
      Pattern.compile(
          "no|n|false|0|nein|non|não|nao|nie|nahi|nahin|नहीं|✗|✘|☐|❌|not yet|noch nicht|pas encore|todavía no"
              + "|aún no|ainda não");

  /** What people write before the word in the name of a column: "Got paid?". */
  private static final Pattern AUXILIARY =
      Pattern.compile("^(?:(?:been|got|was|is|has|have|already|i|ya|deja|schon) )+");

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\s]+|\\s(?:and|und|et|y)\\s");

  /** A word for a state, and behind a mark what is remarked on it. */
  private static final Pattern REMARKED =
      Pattern.compile(
          "(?<word>[\\p{L}\\p{M}\\s-]{2,40}?)\\s*(?:[:;,(\\[]|\\s[-–—]\\s)(?<remark>.+)");

  /** Beginnings of words with which a remark says another state, or turns one round. */
  private static final List<String> TURNS = FileWords.of("remarks.txt").words("turns");

  /** Words for work that is still being done. */
  private static final Pattern UNDER_WAY =
      Pattern.compile("reserved|active|assigned|started|in progress|accepted by you");

  private StatusWords() {}

  private static Map<String, Status> words() {
    FileWords vocabulary = FileWords.of("statuses.txt");
    Map<String, Status> words = new HashMap<>();
    for (String meaning : vocabulary.meanings())
      for (String word : vocabulary.words(meaning))
        words.put(key(word), Worded.of(Status.class, meaning).orElseThrow());
    return words;
  }

  /** What a word means; absent if it is not known. */
  static Optional<Status> of(String word) {
    return Optional.ofNullable(WORDS.get(key(word)))
        .or(() -> together(word))
        .or(() -> remarked(word));
  }

  /**
   * What the word before a remark means: "Approved (auto)", "Rejected: low quality"; absent if the
   * remark holds anything that may be a state itself, or turns it round: "Approved - not paid".
   */
  private static Optional<Status> remarked(String words) {
    Matcher found = REMARKED.matcher(words.strip());
    if (!found.matches()) return Optional.empty();
    String remark = " " + key(found.group("remark")) + " ";
    boolean other =
        WORDS.keySet().stream().anyMatch(word -> remark.contains(" " + word + " "))
            || UNDER_WAY.matcher(remark.strip()).matches()
            || Stream.of(remark.strip().split(" ")).anyMatch(StatusWords::isTurn);
    return other ? Optional.empty() : Optional.ofNullable(WORDS.get(key(found.group("word"))));
  }

  /**
   * What several words mean together, as "Approved - Pending Payment": the furthest of them; absent
   * if one is not known, or some say paid and others lost.
   */
  private static Optional<Status> together(String words) {
    EnumSet<Status> told = EnumSet.noneOf(Status.class);
    for (String word : BETWEEN.split(words)) {
      if (word.isBlank()) continue;
      Status status = WORDS.get(key(word));
      if (status == null) return Optional.empty();
      told.add(status);
    }
    boolean contradict =
        told.stream().anyMatch(Status::isPaid) && told.stream().anyMatch(Status::isLost);
    if (contradict) return Optional.empty();
    return told.stream().reduce((before, status) -> status.after(before));
  }

  /** Whether a word of a remark turns the state before it; short ones must be the whole word. */
  private static boolean isTurn(String word) {
    return TURNS.stream()
        .anyMatch(turn -> turn.length() < 4 ? word.equals(turn) : word.startsWith(turn));
  }

  /** Whether a cell says yes or no. */
  static boolean isMark(String cell) {
    String mark = cell.strip().toLowerCase(Locale.ROOT);
    return YES.matcher(mark).matches() || NO.matcher(mark).matches();
  }

  /** What a yes means in a column of this name: "Paid?"; absent if the name is no status. */
  static Optional<Status> asked(String column) {
    String bare = key(ColumnName.of(column).bare());
    return Optional.ofNullable(WORDS.get(AUXILIARY.matcher(bare).replaceFirst("")));
  }

  /** What a yes or no means in a column of this name; absent if the cell is neither. */
  static Optional<Status> marked(String column, String cell) {
    String mark = cell.strip().toLowerCase(Locale.ROOT);
    if (NO.matcher(mark).matches()) return Optional.of(Status.PENDING);
    return YES.matcher(mark).matches() ? asked(column) : Optional.empty();
  }

  /** Whether the word says that the work has not ended yet. */
  static boolean isUnderWay(String word) {
    return UNDER_WAY.matcher(key(word)).matches();
  }

  private static String key(String word) {
    return OTHER.matcher(Recognition.key(word)).replaceAll(" ").strip();
  }
}
