package worthwhile.text.pay;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import worthwhile.text.word.Sought;

/**
 * What kind of text a sum stands in: an offer of work, a piece of a title cut by separators, or
 * somebody telling of money.
 */
final class WorkCues {
  private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final Pattern HIRING =
      Pattern.compile("\\[\\s*(?:hiring|task|paid|offer)\\b|^\\W*hiring\\b", CASELESS);

  /** Somebody who offers to work, not work. */
  private static final Pattern FOR_HIRE =
      Pattern.compile(
          "\\W*\\[\\s*(?:for[ -]?hire\\b|offer\\w*\\s*\\]\\W{0,3}(?:I\\b|my\\b|let me\\b|need\\w* work))",
          CASELESS);

  /** "US - Title - Requester - $.50": how posters of tasks begin. */
  private static final Pattern REGION =
      Sought.pattern(
          "^[\\s\\[(*\"]*(?:re-?post\\W*)?(?:USA?|U\\.S\\.?|us|UK|GB|CAN?|AUS?|ICA|INTL?|IN|EU|ALL|International)\\b[\\])*]*\\s?(?:[/,&+]|[-–—:]|(?=\"|[A-Z]))",
          0);

  private static final Sought WORK =
      Sought.caseless(
          "(?<![\\p{L}\\p{N}])(?:surveys?|stud(?:y|ies)|questionnaires?|tasks?|hits?|micro-?tasks?|jobs?|gigs?|hiring|recruit\\w*|participants?|respondents?|interviews?"
              + "|focus groups?|transcri\\w+|annotat\\w+|label(?:l?ing|l?ers?)|data (?:entry|collection)|freelanc\\w*|contract(?:or)?s?|part[- ]time|full[- ]time"
              + "|remote|positions?|roles?|vacanc\\w+|salary|designers?|developers?|engineers?|writers?|editors?|translat\\w+|assistants?|analysts?|managers?|teachers?"
              + "|tutors?|specialists?|consultants?|coach|testers?|testing|usability|experiments?|voice[- ]?overs?|narrators?|moderat\\w+|categori[sz]\\w+|proofread\\w*"
              + "|needed|wanted|sought|volunteers? paid|assignments?|batch(?:es)?|umfragen?|stud(?:ie|ien)|enquêtes?|sondages?|encuestas?|tareas?|опрос\\p{L}*|задани\\p{L}*|anket\\p{L}*)(?![\\p{L}\\p{N}])");

  /** Somebody tells or asks; case matters, since "US" is no "us". */
  private static final Sought TELLING =
      Sought.of(
          "\\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|(?<!took )[Mm]e|[Mm]ine|[Hh]e|[Ss]he)\\b|\\?\\s*$|\\b(?:so far|already|pending|yesterday|last (?:week|month|night|year)"
              + "|(?:this|first|second|last|past|few|\\d+) (?:days?|weeks?|months?)|challenge|totals?\\b|proof|anyone|anybody|how (?:do|can|to)|guide|tutorial|rebates?|giveaways?|contest"
              + "|gift ?codes?|deals?\\b|coupons?|discount\\w*|bought|ordered|cashed|withdr\\w+|for sale|selling|refund\\w*)\\b",
          Pattern.UNICODE_CASE);

  private static final Pattern CUT_BEFORE =
      Sought.pattern(
          "(?:(?<edge>^)|(?<strong>[|•·;\\n\\])%*>=–—-])|[,:(\\[]|[.!]\\s)[\\s~<>≥≤=(*]*(?:circa\\.?\\s?)?$",
          CASELESS);

  private static final Pattern CUT_AFTER =
      Sought.pattern(
          "(?:[\\s)]{0,2}(?:\\+?\\s?(?:\\(?plus\\b|[+&]|and\\b)[^-–—|\\n]{0,40}|\\+|or more|usd|each|gross|total|negotiable|obo|only|base|salary|paypal)){0,2}[.!]?[\\s)\\]]{0,3}"
              + "(?:(?<edge>$)|(?<strong>[|•·;\\n<>≥≤(]|/\\s?[~<]?\\d|[-–—](?!\\d))|(?<=[)\\]])|[,])",
          CASELESS);

  private static final Sought GAMBLE =
      Sought.caseless(
          "\\b(?:casino|jackpots?|free ?spins?|(?<!to )spin (?:to|and|now)|spin\\d+|bet|bets|betting|sabong|first deposit|deposit and|turnover|lotter(?:y|ies)|sweepstakes?|claim your (?:prize|reward))\\b");

  /** Work on recordings, which is paid by their minutes and not by the worker's. */
  private static final Sought RECORDINGS =
      Sought.caseless(
          "(?<!\\p{L})(?:trans?[ck]ri\\p{L}+|trascri\\p{L}+|subtitl\\p{L}+|(?<!image[ -])caption\\p{L}*|untertitel\\p{L}*|sous-titr\\p{L}+|subt[ií]tul\\p{L}+|legend\\p{L}*agem|legendas|dubb\\p{L}+|doblaje|doublage|dublagem|synchronsprecher\\p{L}*"
              + "|(?:podcast|video|audio|sound|film|reel|youtube)s?[ -]?(?:edit\\p{L}*|schnitt|clean\\p{L}*)|edit(?:ing|or)?\\s(?:of\\s)?(?:podcasts?|videos?|audio|reels)|voice[ -]?overs?|narrat\\p{L}+|audiobooks?)");

  /** So far before and behind a sum the work is named that it is paid for. */
  private static final int NEAR = 150;

  /** "Acme | Engineer | Remote | €75k": how jobs are headed where people talk. */
  private static final Pattern HEADLINE = Pattern.compile("[^\\n|]{2,80}\\|[^\\n|]{2,80}\\|");

  private WorkCues() {}

  /** Whether the text is about games of chance, where every reward is bait. */
  static boolean isGamble(String text) {
    return GAMBLE.isIn(text);
  }

  static boolean isHiring(String text) {
    return HIRING.matcher(text).find() && !isForHire(text);
  }

  static boolean isForHire(String text) {
    return FOR_HIRE.matcher(text).lookingAt();
  }

  /** Whether the text speaks of work that somebody offers, and does not tell a story. */
  static boolean isOffer(String text) {
    if (isHiring(text) || HEADLINE.matcher(text).lookingAt()) return true;
    return !isForHire(text)
        && !TELLING.isIn(text)
        && (REGION.matcher(text).lookingAt() || WORK.isIn(text));
  }

  static boolean isTelling(String text) {
    return !isHiring(text) && (isForHire(text) || TELLING.isIn(text));
  }

  /** Whether the words around a place speak of work on recordings. */
  static boolean isOnRecordings(String text, int at) {
    int from = Math.max(0, at - NEAR);
    return RECORDINGS.isIn(text.substring(from, Math.min(text.length(), at + NEAR / 2)));
  }

  /** How a sum stands among the separators of a title. */
  enum Piece {
    /** Within a sentence. */
    NONE,
    /** Between commas, brackets or colons. */
    WEAK,
    /** Between dashes or bars, as titles are cut. */
    STRONG
  }

  /** Whether a new piece of a title begins here, behind a dash or a bar. */
  static boolean isCut(String text, int start) {
    int from = Math.max(0, start - 12);
    Matcher cut = CUT_BEFORE.matcher((from == 0 ? "" : "x") + text.substring(from, start));
    return cut.find() && cut.group("strong") != null;
  }

  /**
   * Whether the sum is a piece of a title by itself.
   *
   * @param start where the sum begins
   * @param end where it ends with its unit
   */
  static Piece piece(String text, int start, int end) {
    int from = Math.max(0, start - 12);
    String before = (from == 0 ? "" : "x") + text.substring(from, start);
    Matcher cutBefore = CUT_BEFORE.matcher(before);
    Matcher cutAfter = CUT_AFTER.matcher(text).region(end, text.length());
    if (!cutBefore.find() || !cutAfter.lookingAt()) return Piece.NONE;
    boolean whole = cutBefore.group("edge") != null && cutAfter.group("edge") != null;
    return whole || cutBefore.group("strong") != null || cutAfter.group("strong") != null
        ? Piece.STRONG
        : Piece.WEAK;
  }
}
