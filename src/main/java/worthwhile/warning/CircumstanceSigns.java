package worthwhile.warning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import worthwhile.warning.rule.Sign;

/** What is known of a posting beside its words, as signs for the rules; they stand nowhere. */
final class CircumstanceSigns {
  /** All that there are, by the names that the rules give them. */
  static final List<String> CUES =
      List.of("pay-beyond-usual", "many-names", "copied-words", "new-here", "sudden-rush");

  private static final int MANY = 3;
  private static final int RUSH = 20;

  private CircumstanceSigns() {}

  static List<Sign> of(Circumstances known) {
    List<Sign> signs = new ArrayList<>();
    known.beyond().ifPresent(beyond -> signs.add(sign(CUES.get(0), pay(beyond))));
    if (known.otherNames() >= MANY)
      signs.add(sign(CUES.get(1), Map.of("names", (long) known.otherNames())));
    known
        .original()
        .ifPresent(
            first ->
                signs.add(
                    sign(
                        CUES.get(2),
                        Map.of("first", first.name(), "since", first.since().toString()))));
    if (known.newHere()) signs.add(sign(CUES.get(3), Map.of()));
    if (known.atOnce() >= RUSH)
      signs.add(sign(CUES.get(4), Map.of("tasks", (long) known.atOnce())));
    return signs;
  }

  private static Map<String, Object> pay(PayLevels.Beyond beyond) {
    return Map.of(
        "category", beyond.category(),
        "hourly", beyond.hourly(),
        "usual", beyond.level().usual(),
        "postings", (long) beyond.level().postings());
  }

  private static Sign sign(String cue, Map<String, Object> named) {
    return new Sign(cue, 0, 0, named);
  }
}
