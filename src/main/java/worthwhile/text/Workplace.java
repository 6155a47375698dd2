package worthwhile.text;

import java.util.regex.Pattern;

/** Whether work can be done from elsewhere, as the names of places say it. */
public final class Workplace {
  private static final int MAX_LENGTH = 400;

  /** "Remote", not the remote of "remote sensing". */
  private static final Pattern REMOTE =
      Pattern.compile(
          "\\b(?:remote(?:ly)?(?!\\s(?:sensing|sites?|areas?|villages?|islands?|communit(?:y|ies)|controls?)\\b)|work(?:ing)? from (?:home|anywhere)|wfh|anywhere|telecommut\\p{L}*)\\b",
          Pattern.CASE_INSENSITIVE);

  /** The whole of a text that names no part of the world. */
  private static final Pattern WORLDWIDE =
      Pattern.compile(
          "(?:(?:100%\\s|fully\\s)?remote)?[\\s,;:/|()–-]*(?:world\\s?-?wide|anywhere(?:\\sin\\sthe\\sworld)?|work(?:ing)? from anywhere|global(?:ly)?|international(?:ly)?|everywhere|any (?:country|location)|all countries|ww)[\\s,;:/|().–-]*(?:remote|home office)?[\\s)]*",
          Pattern.CASE_INSENSITIVE);

  private static final String DENIAL =
      "\\b(?:not?|non|never|isn['’]?t|cannot|can['’]?t|without)\\b";

  private static final Pattern NOT_REMOTE =
      Pattern.compile(
          DENIAL
              + "[\\s-]+(?:(?:a|an|any|fully|100%|completely|currently|available|eligible|open|possible|offered|for|as|be|done|performed|this|to|hybrid|or)\\s){0,4}(?:remote|work(?:ing)? from home)"
              + "|\\bremote(?:ly)?(?:\\s(?:work|role|position|option|is|are|applicants?|candidates?)){0,3}\\s?(?::|-|–)?\\s?(?:"
              + DENIAL
              + "(?!\\s(?:in|from|for|open|available)\\s|\\s(?:hybrid|on-?site))"
              + "|unavailable|impossible)",
          Pattern.CASE_INSENSITIVE);

  /** Partly or at first, which is not from elsewhere. */
  private static final Pattern PARTLY =
      Pattern.compile(
          "\\b(?:hybrid|on-?site|in[- ](?:office|person)|office[- ]based|(?:partial|part|temporari|occasional|semi)(?:ly)?[- ]remote)\\b|\\bremote\\s(?:until|\\d|one|two|three|four|some)|\\d\\s?x?\\s(?:days?|weeks?)\\s(?:\\p{L}{1,8}\\s){0,3}remote|\\bdays?\\s(?:remote|in)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DENIED_PART =
      Pattern.compile(
          DENIAL + "[\\s-](?:an?\\s)?(?:hybrid|on-?site|in[- ]office|office)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ALTERNATIVES =
      Pattern.compile("[;|\\n/]|\\bor\\b", Pattern.CASE_INSENSITIVE);

  private Workplace() {}

  /**
   * True for "Worldwide", "Remote (Anywhere)" and "Global, except Cuba"; false where anything else
   * is said.
   */
  public static boolean isWorldwide(String text) {
    if (text.length() > MAX_LENGTH) return false;
    String included = Exclusions.removed(text).replaceAll("[\\s;]+$", "");
    return WORLDWIDE.matcher(included.strip()).matches();
  }

  /**
   * True for "Remote - US", "Work from home" and "Leeds or remote"; false for "Not remote - Leeds",
   * "Hybrid remote" and texts that say nothing of it.
   */
  public static boolean isRemote(String text) {
    String bounded = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    if (!REMOTE.matcher(bounded).find() || NOT_REMOTE.matcher(bounded).find()) return false;
    String plain = DENIED_PART.matcher(bounded).replaceAll("");
    return ALTERNATIVES
        .splitAsStream(plain)
        .anyMatch(part -> REMOTE.matcher(part).find() && !PARTLY.matcher(part).find());
  }
}
