package worthwhile.text.pay;

import worthwhile.text.word.Sought;

/**
 * Time in a text that is not what its work takes: what is allowed for it, the bound below which it
 * is rejected, how soon it is approved, how often something is done, the length of a recording.
 */
public final class OtherTime {
  /** What may stand between a word and its number. */
  static final String ABOUT =
      "(?:\\s?(?:\\b(?:about|around|approx(?:imately|\\.)?|roughly|circa|ca\\.?|only|just|nearly|almost|up to"
          + "|an estimated)(?!\\p{L})|[~<≈≤(:=–-]))*+\\s*$";

  /** "Time allowed: 60 minutes", "within 45 minutes", "you have 30 minutes". */
  private static final Sought ALLOWED =
      Sought.caseless(
          "(?:(?<!/\\s?)\\bmax(?:imum|\\.)?|(?<!\\p{L})(?:limit(?:ed)?|allott?ed|allowed|allowance|available|permitted|deadline|timer|time-?out"
              + "|max(?:imum)?\\.? time|time (?:given|max\\w*))"
              + "(?:\\s(?:time|per|for|is|of|are|set|to|at|the|this|each|task|hit|survey|in|will|be))*+"
              + "|(?<!\\p{L})(?<!can be (?:done|completed|finished) )within|(?<!\\p{L})(?:least|(?:a )?minimum(?: of)?|no less than)"
              + "|(?<!no )(?<!not )(?:more|longer) than|(?<!\\p{L})(?:exceeds?|exceeding|over|after|before|every|until)"
              + "|(?<!\\p{L})must spend|\\bexpires?(?: in| after)?|\\bvalid for"
              + "|(?<!do )\\b(?:you|workers|participants|they)(?:['’]ll| will)?(?: only)?(?: have| get|(?: are| be) (?:given|allowed))"
              + "(?: only| just| a (?:maximum|total) of)*"
              + "|\\b(?:must|have to|need to|please|required to)(?: be)? (?:complet|finish|submit|return|turn)[^,]{0,40} in)"
              + ABOUT);

  /** "45 minutes max", "60-minute time limit", "15 min ago", "4 hours a night". */
  private static final Sought NO_WORK =
      Sought.caseless(
          "[\\s-]?\\(?(?:time[\\s-]?)?(?:limit|max(?:imum)?|allowed|allott?ed|allowance|timer|deadline|window|time-?out)\\b(?!\\.?\\s?\\d)"
              + "|[\\s-](?:of\\s)?(?:ago|after|before|away|later|earlier|old|apart|in advance|prior|notice|from now|left|remaining"
              + "|breaks?|wait(?:ing)?|delay|rest|pauses?|intervals?|gap|walk|drive|follow-?up)\\b"
              + "|\\s(?:[\\p{L}-]+\\s)?follow-?up\\b"
              + "|\\s?/\\s?(?:day|night|week|month)\\b|\\s(?:per|an?|each|every)\\s(?:day|night|week|month)\\b"
              + "|\\s(?:of|from|after|since)\\s(?:accepting|acceptance|starting|receiving|receipt|submi\\w+)");

  private static final Sought REFUSAL =
      Sought.caseless(
          "\\b(?:reject\\w*|denied|disqualif\\w*|block(?:ed)?|banned|flagged|not (?:be )?(?:paid|approved|accepted|credited))\\b");

  private static final Sought BOUND =
      Sought.caseless(
          "\\b(?:if|submissions?|anyone|workers|those|who|responses)\\b|\\b(?:less|fewer|faster|quicker|more|longer) than\\s?$|\\b(?:under|below|over|in)\\s?$");

  private static final String ADVERBS =
      "(?:\\s(?:will|may|can|should|might|could|usually|typically|normally|also|generally|always|only|process|times?|is|are|be|of|for|you|to))*+";

  /** "Approval takes", "approved in", "payment may take up to", "a break of". */
  private static final Sought AFTERWARDS =
      Sought.caseless(
          "\\b(?:(?:approvals?|payments?|payouts?|processing|transfers?|withdrawals?|loading|download(?:s|ing)?|install\\w*"
              + "|repl(?:y|ies)|responses?|verification|screeners?|pre-?screen\\w*)"
              + ADVERBS
              + " (?:takes?|lasts?|is|are|in)"
              + "|(?:breaks?|wait(?:s|ing)?|lunch|sleep|slept)"
              + ADVERBS
              + "(?: takes?| lasts?)?"
              + "|(?:approved?|paid(?: out)?|credited|processed|reviewed|respond)"
              + ADVERBS
              + " (?:in|less than|under))"
              + ABOUT);

  /** What is only offered to some, later on. */
  private static final Sought LATER =
      Sought.caseless(
          "\\bif you (?:qualify|pass|match|are (?:eligible|selected|chosen))\\b|\\b(?:may|might|could|can) (?:\\w+ )?be (?:invited|selected|asked|contacted|chosen)\\b"
              + "|\\bwill (?:later )?be (?:invited|contacted|selected)\\b|\\b(?:qualify|eligible) for\\b|\\bfollowed by\\b"
              + "|\\b(?:your|the|in|most) (?:last|past|previous) $");

  private OtherTime() {}

  /** Whether the span of time between two places is no time that the work takes. */
  public static boolean isAt(String text, int start, int end) {
    SpanPlace place = SpanPlace.of(text, start, end);
    return NO_WORK.isAt(place.tail(), 0)
        || ALLOWED.isIn(place.lead())
        || AFTERWARDS.isIn(place.lead())
        || LATER.isIn(place.lead())
        || isBoundOfRefusal(place)
        || RecordingTime.isOf(place);
  }

  private static boolean isBoundOfRefusal(SpanPlace place) {
    return BOUND.isIn(place.lead()) && REFUSAL.isIn(place.around());
  }
}
