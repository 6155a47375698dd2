package worthwhile.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import worthwhile.extract.Canonical;
import worthwhile.posting.JobPosting;
import worthwhile.text.Sha256;

/**
 * What stays the same when the same work is offered again, under another identifier or on another
 * source.
 *
 * <p>With a requester: the words of the title, of the requester's name and the first 24 words of
 * the description, without case, accents, punctuation and figures of pay, hashed. Without one: the
 * canonical address of the task, hashed. Conservative on purpose: two postings of which only one
 * names the requester, or whose descriptions begin differently, stay two. Stable over machines,
 * locales and versions: it is stored.
 */
public final class Fingerprint {
  private static final int WORDS = 24;

  /** A text of fewer words may well be anybody's. */
  private static final int FEWEST_WORDS = 25;

  private static final int MOST_WORDS = 30;

  /** Of a text so many characters are read. */
  private static final int READ = 2_000;

  /** So many hold thirty words of nearly every text. */
  private static final int OF_WORDS = 400;

  /** A title of fewer letters says too little ("Survey") unless a description stands beside it. */
  private static final int FEWEST_LETTERS = 8;

  private static final char LAST_PLAIN = '\u007f';

  /** Of ten million works the chance that two share as many is below one in ten billion. */
  private static final int DIGITS = 20;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern COMPANY_FORM =
      Pattern.compile("\\b(?:inc|llc|ltd|gmbh|corp|corporation|co|plc|sa|bv|ag|limited)\\b\\.?");

  private Fingerprint() {}

  /** 20 hex digits; null where the posting says too little to be recognised by. */
  public static @Nullable String of(JobPosting posting) {
    String requester = requester(posting);
    String title = words(posting.title(), Integer.MAX_VALUE);
    String description = words(posting.description(), WORDS);
    if (requester.isEmpty() || title.length() + description.length() < FEWEST_LETTERS) {
      String target = Canonical.target(posting.url());
      return target == null ? null : hash("url\n" + target);
    }
    return hash("work\n" + title + "\n" + requester + "\n" + description);
  }

  /**
   * The same for telling whether a source has put a posting in the place of another that vanished
   * when this one came: there a short title says enough, and an address that many postings share
   * does not. Null where neither requester nor address is told.
   */
  static @Nullable String inOneSource(JobPosting posting) {
    String requester = requester(posting);
    String who = requester.isEmpty() ? Canonical.target(posting.url()) : requester;
    String title = words(posting.title(), Integer.MAX_VALUE);
    if (who == null || title.isEmpty()) return null;
    return hash("here\n" + title + "\n" + who + "\n" + words(posting.description(), WORDS));
  }

  /**
   * What stays the same when a description is offered by somebody else: its first words without
   * figures, hashed; null for fewer than {@value #FEWEST_WORDS} words.
   */
  public static @Nullable String ofWords(JobPosting posting) {
    if (posting.description() == null) return null;
    String text = plain(beginning(posting.description(), OF_WORDS)).strip();
    String[] words = isPlain(text) ? letters(text) : NO_LETTERS.split(text);
    if (words.length < FEWEST_WORDS) return null;
    int most = Math.min(words.length, MOST_WORDS);
    return hash("words\n" + String.join(" ", Arrays.copyOf(words, most)));
  }

  private static String beginning(String text, int most) {
    return text.length() > most ? text.substring(0, most) : text;
  }

  /** The requester by name, since ids differ from source to source. */
  private static String requester(JobPosting posting) {
    if (posting.hiringOrganization() == null) return "";
    String name = posting.hiringOrganization().name();
    return name == null ? "" : COMPANY_FORM.matcher(words(name, 12)).replaceAll("").strip();
  }

  private static String plain(String text) {
    if (isPlain(text)) return text.toLowerCase(Locale.ROOT);
    return MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }

  private static String words(@Nullable String text, int most) {
    if (text == null) return "";
    String start = beginning(text, READ);
    if (isPlain(start)) return plainWords(start, most);
    String plain = plain(start);
    String[] words = OTHER.matcher(plain).replaceAll(" ").strip().split(" ");
    return String.join(" ", words.length > most ? Arrays.copyOf(words, most) : words);
  }

  /** Whether it has nothing that the library for other scripts would have to look at. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) if (text.charAt(i) > LAST_PLAIN) return false;
    return true;
  }

  /** As {@link #words}, of a plain text. */
  private static String plainWords(String text, int most) {
    StringBuilder words = new StringBuilder(Math.min(text.length(), 200));
    int count = 0;
    boolean isWithin = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isUpper = c >= 'A' && c <= 'Z';
      boolean isPart = isUpper || isLetter(c) || (c >= '0' && c <= '9');
      if (isPart && !isWithin && ++count > most) break;
      if (isPart && !isWithin && count > 1) words.append(' ');
      if (isPart) words.append(isUpper ? (char) (c + 'a' - 'A') : c);
      isWithin = isPart;
    }
    return words.toString();
  }

  /** As the pattern would split it, of a plain text in small letters without blanks around it. */
  private static String[] letters(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && isLetter(text.charAt(i))) continue;
      boolean isFirst = i == 0 && !text.isEmpty();
      if (i > start || isFirst) words.add(text.substring(start, i));
      start = i + 1;
    }
    return words.toArray(String[]::new);
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static String hash(String text) {
    return Sha256.hex(text).substring(0, DIGITS);
  }
}
