package worthwhile.pay;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.JobPosting;
import worthwhile.text.word.Sought;

/**
 * What a task's listing tells about the time that it may take.
 *
 * @param logReward logarithm of the reward in USD, bent: see {@link #bent}
 * @param logAllowed logarithm of the time allowed against an hour, kept between 5 minutes and 4
 *     hours; 0 if not stated
 * @param judging share of the kinds of work named that are a judgement (label, choose, rate), less
 *     the more it pays
 * @param writing share that are making something: write, transcribe, search
 * @param study share that are a survey or study
 * @param words of the title, without endings
 * @param items how many questions or items it names; absent if none
 * @param statedSeconds that the source or the text says it takes; absent if not said
 */
public record TaskListing(
    double logReward,
    double logAllowed,
    double judging,
    double writing,
    double study,
    Set<String> words,
    OptionalDouble items,
    OptionalDouble statedSeconds) {
  /**
   * From about here on rewards are set by the hour: twice the reward is nearly twice the time.
   * Below, they are set by habit, and twice the reward is only half as much more time.
   */
  private static final double BEND = 0.75;

  /** A judgement paid with more than so many dollars is many judgements, and no longer quick. */
  private static final double MANY_JUDGEMENTS = 0.2;

  private static final double LEAST_ALLOWED = Math.log(300 / 3600.0);
  private static final double MOST_ALLOWED = Math.log(4);
  private static final int LONGEST_TEXT = 2000;

  private static final Sought JUDGING =
      words(
          "label|choos|choose|select|which|tag|classif|categor|identif|rate|rating|judg|is this|"
              + "is it|match|pick|verif|check|click|mark|box|vote|compar|decide");
  private static final Sought WRITING =
      words(
          "writ|compos|describ|transcri|translat|summar|caption|creat|record|paraphras|find|"
              + "search|annotat|draw|conversation|chat");
  private static final Sought STUDY =
      words(
          "survey|study|studies|questionnaire|experiment|game|questions?\\b|opinion|research|test|"
              + "comprehension");
  private static final Sought ITEMS =
      Sought.of(
          "\\b(\\d{1,3})[- ](?:[a-z-]+ )?"
              + "(?:question|item|image|picture|photo|sentence|tweet|word|pair|statement|trial)",
          Pattern.CASE_INSENSITIVE);

  /** Work with somebody else at the same time. */
  private static final Pattern PARTNER =
      Pattern.compile(
          "\\b(?:(?:with|for|to) (?:an?|the) (?:\\w+ ){0,2}?partner\\b|(?:with|against|to) (?:an)?"
              + "other (?:\\w+ ){0,2}?(?:turker|worker|player|participant|people|person|human)s?\\b|"
              + "multi-?player|two-player|2-player|(?:paired|matched|match you|pair you)"
              + " (?:up )?with|waiting room|live chat|real-?time (?:\\w+ )?"
              + "(?:chat|conversation|game|interaction|negotiation|dialogue)|"
              + "(?:waits?|waiting) (?:for|until) (?:\\w+ ){0,3}?(?:partner|player|participant|worker|"
              + "turker)s?\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final int SHORTEST_WORD = 2;
  private static final int SHORTEST_STEM = 3;
  private static final List<String> ENDINGS = List.of("ing", "ed", "es", "s", "y");
  private static final Set<String> COMMON =
      Set.of(
          "the", "of", "to", "and", "or", "in", "on", "for", "is", "are", "be", "will", "you",
          "your", "this", "that", "with", "it", "its", "as", "at", "by", "from", "what", "which",
          "an");

  private static Sought words(String beginnings) {
    return Sought.of("\\b(?:" + beginnings + ")", Pattern.CASE_INSENSITIVE);
  }

  /** The listing of a task that pays so much, in USD. */
  public static TaskListing of(JobPosting posting, BigDecimal reward) {
    String description = posting.description() == null ? "" : posting.description();
    String text = posting.title() + " . " + description;
    if (text.length() > LONGEST_TEXT) text = text.substring(0, LONGEST_TEXT);
    int judging = found(JUDGING, text);
    int writing = found(WRITING, posting.title());
    int study = found(STUDY, text);
    double kinds = Math.max(1, judging + writing + study);
    return new TaskListing(
        bent(reward.doubleValue()),
        logAllowed(posting),
        judging / kinds / (1 + reward.doubleValue() / MANY_JUDGEMENTS),
        writing / kinds,
        study / kinds,
        stems(posting.title()),
        items(text),
        statedSeconds(posting));
  }

  /** Whether the task waits for a partner: part of the time it takes is waiting then, not work. */
  public static boolean waits(String title, @Nullable String description) {
    return PARTNER.matcher(title + " . " + (description == null ? "" : description)).find();
  }

  private static int found(Sought words, String text) {
    return words.isIn(text) ? 1 : 0;
  }

  static double bent(double reward) {
    return Math.log(reward * (1 + reward / BEND));
  }

  private static double logAllowed(JobPosting posting) {
    if (posting.timeAllowed() == null || !posting.timeAllowed().isPositive()) return 0;
    double hours = posting.timeAllowed().toMillis() / 3_600_000.0;
    return Math.clamp(Math.log(hours), LEAST_ALLOWED, MOST_ALLOWED);
  }

  private static Set<String> stems(String title) {
    Set<String> stems = new HashSet<>();
    String small = title.toLowerCase(Locale.ROOT);
    int start = 0;
    for (int at = 0; at <= small.length(); ) {
      int c = at < small.length() ? small.codePointAt(at) : ' ';
      if (!Character.isLetter(c)) {
        if (small.codePointCount(start, at) >= SHORTEST_WORD)
          addStem(small.substring(start, at), stems);
        start = at + Character.charCount(c);
      }
      at += Character.charCount(c);
    }
    return Set.copyOf(stems);
  }

  private static void addStem(String word, Set<String> stems) {
    if (COMMON.contains(word)) return;
    for (String ending : ENDINGS) {
      int left = word.length() - ending.length();
      if (word.endsWith(ending) && word.codePointCount(0, left) >= SHORTEST_STEM) {
        stems.add(word.substring(0, left));
        return;
      }
    }
    stems.add(word);
  }

  private static OptionalDouble items(String text) {
    Matcher matcher = ITEMS.first(text);
    if (matcher == null) return OptionalDouble.empty();
    int number = Integer.parseInt(matcher.group(1));
    return number > 1 ? OptionalDouble.of(number) : OptionalDouble.empty();
  }

  /** What the source or the text says that it takes; absent if neither says so. */
  static OptionalDouble statedSeconds(JobPosting posting) {
    if (posting.timeRequired() != null && posting.timeRequired().isPositive())
      return OptionalDouble.of(posting.timeRequired().toMillis() / 1000.0);
    return StatedTime.of(posting.title(), posting.description());
  }

  /** How alike two titles are: 1 for the same words, 0 for none in common. */
  double likeness(TaskListing other) {
    if (words.isEmpty() || other.words.isEmpty()) return words.equals(other.words) ? 1 : 0;
    long common = 0;
    for (String word : words) if (other.words.contains(word)) common++;
    return common / Math.sqrt((double) words.size() * other.words.size());
  }
}
