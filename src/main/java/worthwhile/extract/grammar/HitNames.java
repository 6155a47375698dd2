package worthwhile.extract.grammar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Title and requester, told apart by habit: the requester stands last before the pay, unless what
 * stands first looks far more like a name.
 *
 * @param title the task's own title; "" if none is left
 * @param requester absent if no piece looks like one
 * @param rest what stands after the pay, without the requester
 */
record HitNames(String title, Optional<String> requester, String rest) {
  private static final Pattern STRONG = Pattern.compile("\\s+-\\s*|\\s*-\\s+");
  private static final Pattern WEAK = Pattern.compile("(?<=[\\p{Ll}.)!?\"%])-(?=\\p{Lu})");
  private static final Pattern TASK_WORDS =
      Pattern.compile(
          "(?i)\\b(?:surveys?|questionnaires?|answer|minutes?|mins?|games?|about|your?|short|quick|easy|tests?|hits?|rate|take|complete|opinions?|questions?|tell|give|find|name testing|icon|part \\d|fun|brief|people|choose|vote|repeatable|bonus|adults?|only|images?|photos?|studies on|judg\\w+|evaluat\\w+|transcri\\w+|make|read|watch|listen|play|write|describe|compare|describ\\w+|participate|provide|help|determine|identify)\\b");
  private static final Pattern GROUPS =
      Pattern.compile(
          "(?i)\\b(?:labs?|laborator\\w+|research\\w*|universit\\w+|univ\\.?|college|institute|center|centre|group|inc\\.?|llc|school|department|dept|team|requesters?|project|crowdflower|lab\\w*|professor|prof\\.?|dr\\.?)\\b");
  private static final Pattern NO_NAME =
      Pattern.compile(
          "^[^\\p{L}]*$|^[\\d.]+ to\\W*$|\\$|^\\(.*\\)$|\\d\\s*(?:min|sec|question)|(?i)^(?:x\\d+|repost|repeatable)$|^\\W*(?:no|great|good) (?:other |TO)");
  private static final Pattern DEMAND = Pattern.compile("^\\(?[<>≥≤]=?\\s*\\d");
  private static final Pattern REQUIREMENT =
      Pattern.compile(
          "(?i)[<>≥%]|approv|qual|\\bTO\\b|\\bAC\\b|\\bHITs?\\b|none|bonus|repeat|batch|location|\\bloc\\b|adult|available|only");

  static HitNames of(String before, String behind) {
    List<String> pieces = pieces(before);
    // Without pay there is nothing that requirements could stand behind.
    List<String> demands = pieces.stream().filter(piece -> DEMAND.matcher(piece).find()).toList();
    pieces.removeAll(demands);
    return named(pieces, String.join(" - ", demands) + behind);
  }

  private static HitNames named(List<String> pieces, String after) {
    Optional<Integer> name = name(pieces);
    if (name.isPresent()) {
      String requester = pieces.remove((int) name.get());
      return new HitNames(String.join(" - ", pieces), Optional.of(requester), after);
    }
    List<String> behind = pieces(after);
    for (String piece : behind)
      if (!REQUIREMENT.matcher(piece).find() && !NO_NAME.matcher(piece).find() && score(piece) >= 3)
        return new HitNames(
            String.join(" - ", pieces), Optional.of(piece), after.replace(piece, ""));
    return new HitNames(String.join(" - ", pieces), Optional.empty(), after);
  }

  private static List<String> pieces(String text) {
    List<String> pieces = cut(text, STRONG);
    if (pieces.size() != 1) return pieces;
    List<String> weak = cut(text, WEAK);
    return weak.size() > 1 ? weak : pieces;
  }

  private static List<String> cut(String text, Pattern at) {
    return new ArrayList<>(
        Arrays.stream(at.split(text))
            .map(
                piece ->
                    piece.replaceAll("^[\\s,;:/|=~-]++|(?<![\\s,;:/|=~(-])[\\s,;:/|=~(-]++$", ""))
            .filter(piece -> !piece.isEmpty())
            .toList());
  }

  private static Optional<Integer> name(List<String> pieces) {
    int last = pieces.size() - 1;
    while (last > 0 && NO_NAME.matcher(pieces.get(last)).find()) last--;
    if (pieces.size() < 2) return Optional.empty();
    int first = score(pieces.getFirst());
    if (last < 1) return first >= 2 ? Optional.of(0) : Optional.empty();
    return Optional.of(first >= 3 && first >= score(pieces.get(last)) + 3 ? 0 : last);
  }

  /** How much a piece looks like a person or a group: few words, capitals, no task's words. */
  private static int score(String piece) {
    String[] words = piece.split("\\s+");
    int score = words.length <= 3 ? 2 : words.length <= 5 ? 1 : -1;
    if (Arrays.stream(words)
        .allMatch(word -> word.matches("[\\p{Lu}(\"'].*|of|the|de|van|von|and|for|&|in"))) score++;
    if (GROUPS.matcher(piece).find()) score += 2;
    if (TASK_WORDS.matcher(piece).find()) score -= 3;
    if (NO_NAME.matcher(piece).find()) score -= 3;
    return score;
  }
}
