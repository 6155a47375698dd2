package worthwhile.warning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import worthwhile.warning.rule.Sign;

/** What is known of a posting beside its words, as signs for the rules; they stand nowhere. */
final class CircumstanceSigns {
  // By the names that the rules give them.
  private static final String BEYOND = "pay-beyond-usual";
  private static final String NAMES = "many-names";
  private static final String COPIED = "copied-words";
  private static final String NEW = "new-here";
  private static final String RUSHING = "sudden-rush";

  private static final int MANY = 3;
  private static final int RUSH = 20;

  private CircumstanceSigns() {}

  static List<Sign> of(Circumstances known) {
    List<Sign> signs = new ArrayList<>();
    known.beyond().ifPresent(beyond -> signs.add(sign(BEYOND, pay(beyond))));
    if (known.otherNames() >= MANY)
      signs.add(sign(NAMES, Map.of("names", (long) known.otherNames())));
    known
        .original()
        .ifPresent(
            first ->
                signs.add(
                    sign(
                        COPIED, Map.of("first", first.name(), "since", first.since().toString()))));
    if (known.newHere()) signs.add(sign(NEW, Map.of()));
    if (known.atOnce() >= RUSH) signs.add(sign(RUSHING, Map.of("tasks", (long) known.atOnce())));
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
