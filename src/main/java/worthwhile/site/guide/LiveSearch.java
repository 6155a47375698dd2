package worthwhile.site.guide;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import worthwhile.site.http.Urls;
import worthwhile.site.view.Labels;

/** Searches that articles end with: what is open on this instance now. */
enum LiveSearch {
  SHORT_SURVEYS("short-surveys", "category=survey", "max_minutes=15"),
  ALL("all"),
  TRANSLATION("translation", "category=translation", "kind=any"),
  INTERVIEWS("interviews", "kind=interview"),
  TRANSCRIPTION("transcription", "category=audio-transcription", "kind=any"),
  AI_RATING("ai-rating", "category=ai-rating", "kind=any"),
  KNOWN_TO_PAY("known-to-pay", "min_reputation=0.6"),
  WITHOUT_WARNING("without-warning", "max_severity=none"),
  QUARTER_OF_AN_HOUR("quarter-hour", "max_minutes=15"),
  PROJECTS("projects", "kind=project");

  private final String word;
  private final Map<String, List<String>> given = new LinkedHashMap<>();

  LiveSearch(String word, String... parameters) {
    this.word = word;
    Arrays.stream(parameters)
        .map(parameter -> parameter.split("=", 2))
        .forEach(pair -> given.put(pair[0], List.of(pair[1])));
  }

  /** The parameters as an address has them. */
  Map<String, List<String>> given() {
    return new LinkedHashMap<>(given);
  }

  /** The page that lists what it finds. */
  String url() {
    return Urls.of("/", given);
  }

  String label() {
    return Labels.part("article.search." + word);
  }
}
