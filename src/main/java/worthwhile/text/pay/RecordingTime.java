package worthwhile.text.pay;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import worthwhile.text.word.Sought;

/** How long a recording is, which is not how long its work takes: "a 3-minute video". */
final class RecordingTime {
  private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final String RECORDING =
      "(?:(?:videos?|audios?)(?![\\s-](?:calls?|interviews?|chats?|meetings?|conferences?|sessions?|conversations?)\\b)"
          + "|(?:voice )?recordings?|clips?|films?|songs?|movies?|episodes?|podcasts?|lectures?|footage|webinars?|tracks?|trailers?|soundtracks?|voicemails?|documentar(?:y|ies)|broadcasts?|commercials?|tutorials?)\\b";

  private static final Pattern BEHIND =
      Pattern.compile(
          "[\\s-](?:long\\s)?(?:of\\s(?:an?\\s|the\\s)?)?"
              + "(?:(?!(?:surveys?|stud(?:y|ies)|questionnaires?|tasks?|hits?|interviews?|tests?|quiz|polls?|games?|jobs?|sessions?|calls?"
              + "|about|on|for|with|and|to|in|of|from|by|before|after)\\b)[\\p{L}-]{2,14}\\s){0,2}?"
              + RECORDING,
          CASELESS);

  /** "The film lasts about", "video length:". */
  private static final Sought BEFORE =
      Sought.caseless(
          "\\b"
              + RECORDING
              + "(?:\\s(?:is|are|lasts?|lasting|runs?|of|that|which|will|be|length|duration|long))++"
              + OtherTime.ABOUT);

  private static final String TURNED =
      "(?:transcrib(?:e|ing)|transcriptions?(?: of)?|summari[sz](?:e|ing)|subtitl(?:e|ing)|caption(?:ing)?|dub(?:bing)?|translat(?:e|ing)|proof-?read(?:ing)?|time-?stamp(?:ing)?|edit(?:ing)?)";

  /** What is done to something that lasts so long. */
  private static final Sought OF_WORK =
      Sought.caseless(
          "\\b" + TURNED + "(?:\\s(?:an?|the|one|this|our|each|of|short|single))*+\\s?$");

  private static final Sought OF_LISTENING =
      Sought.caseless(
          "\\b(?:record(?:ing)?|watch(?:ing)?|view(?:ing)?|listen(?:ing)? to|describ(?:e|ing)|annotat(?:e|ing))\\s(?<noun>(?:an?|the|one|this|our|each|short|single)\\s)*+$");

  /** "Transcribe an interview (10 min)". */
  private static final Sought OF_NAMED =
      Sought.caseless("\\b" + TURNED + "\\s[\\p{L}\\s-]{2,40}\\(\\s?$");

  private static final Pattern OF = Pattern.compile("[\\s-]of\\b", CASELESS);
  private static final Pattern NOUN = Pattern.compile("[\\s-]\\p{L}");

  private RecordingTime() {}

  static boolean isOf(SpanPlace place) {
    return BEHIND.matcher(place.tail()).lookingAt()
        || BEFORE.isIn(place.lead())
        || OF_WORK.isIn(place.lead())
        || OF_NAMED.isIn(place.lead())
        || isListenedTo(place);
  }

  /** "Watch 10 minutes of", "record a 30 second clip". */
  private static boolean isListenedTo(SpanPlace place) {
    Matcher listened = OF_LISTENING.first(place.lead());
    if (listened == null) return false;
    return OF.matcher(place.tail()).lookingAt()
        || (listened.group("noun") != null && NOUN.matcher(place.tail()).lookingAt());
  }
}
