package worthwhile.warning;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import worthwhile.posting.JobPosting;
import worthwhile.text.Sha256;

/**
 * The words that people judge: of a posting, title and description. Numbers, signs and capitals are
 * none of them: a new date or count makes no other text.
 *
 * @param count how many they are
 * @param hash of all of them
 */
public record JudgedWords(int count, String hash) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

  /** Those of a posting as it is. */
  public static JudgedWords of(JobPosting posting) {
    return of(text(posting));
  }

  /** Those of anything that somebody said. */
  public static JudgedWords of(String text) {
    long count = WORD.matcher(text).results().count();
    return new JudgedWords(Math.toIntExact(count), hash(text));
  }

  /**
   * What a posting says after these words; empty if nothing. Absent if it does not begin with them:
   * then nobody has judged what it says.
   */
  public Optional<String> after(JobPosting posting) {
    String text = text(posting);
    int end = end(text);
    if (end < 0 || !hash(text.substring(0, end)).equals(hash)) return Optional.empty();
    return Optional.of(text.substring(end));
  }

  /** Where the last of so many words ends; -1 if there are fewer. */
  private int end(String text) {
    Matcher words = WORD.matcher(text);
    int end = 0;
    for (int i = 0; i < count; i++) {
      if (!words.find()) return -1;
      end = words.end();
    }
    return end;
  }

  private static String text(JobPosting posting) {
    return Stream.of(Optional.of(posting.title()), Optional.ofNullable(posting.description()))
        .flatMap(Optional::stream)
        .collect(Collectors.joining("\n\n"));
  }

  private static String hash(String text) {
    return Sha256.hex(
        WORD.matcher(text)
            .results()
            .map(word -> word.group().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" ")));
  }

  /** As it is stored. */
  public String write() {
    return count + " " + hash;
  }

  /**
   * What was written so.
   *
   * @throws IllegalArgumentException if it was not
   */
  public static JudgedWords read(String written) {
    int space = written.indexOf(' ');
    if (space < 0) throw new IllegalArgumentException("words: not as they were written");
    return new JudgedWords(
        Integer.parseInt(written.substring(0, space)), written.substring(space + 1));
  }
}
