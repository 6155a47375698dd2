package worthwhile.site.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Pay;
import worthwhile.posting.Posting;
import worthwhile.posting.Reason;

/** On whose word the figures of a task rest, a few words for each. */
final class WhoSays {
  /** Evidence of the time that a task needs, the strongest first, by what it is called here. */
  private static final Map<String, String> TIME =
      Map.of(
          "platform-measured", "measured",
          "reports", "told",
          "one-report", "told",
          "time-stated", "stated",
          "time-in-text", "stated",
          "other-tasks", "others",
          "time-of-like-tasks", "guessed");

  private static final List<String> STRONGEST =
      List.of("measured", "told", "stated", "others", "guessed");

  private WhoSays() {}

  /** Of the reward, of the time, and of what is taken off, as far as each is known. */
  static List<String> of(Posting posting) {
    List<String> said = new ArrayList<>();
    reward(posting.job().baseSalary()).ifPresent(said::add);
    Pay pay = posting.pay();
    if (pay == null) return said;
    time(pay).ifPresent(said::add);
    taken(pay).ifPresent(said::add);
    return said;
  }

  private static Optional<String> reward(@Nullable MonetaryAmount stated) {
    if (stated == null) return Optional.empty();
    String how = Boolean.TRUE.equals(stated.inferred()) ? "inferred" : "stated";
    return Optional.of(Reason.of("says-reward").with("how", how).said());
  }

  private static Optional<String> time(Pay pay) {
    return STRONGEST.stream()
        .flatMap(how -> pay.evidence().stream().filter(said -> how.equals(TIME.get(said.code()))))
        .findFirst()
        .map(WhoSays::time);
  }

  private static String time(Reason evidence) {
    Object workers =
        evidence.code().equals("one-report") ? 1 : evidence.parameters().get("workers");
    return Reason.of("says-time")
        .with("how", Objects.requireNonNull(TIME.get(evidence.code())))
        .with("workers", workers == null ? 0 : workers)
        .said();
  }

  private static Optional<String> taken(Pay pay) {
    if (pay.lines().isEmpty()) return Optional.empty();
    boolean assumed = pay.lines().stream().anyMatch(Pay.Line::assumed);
    boolean known = pay.lines().stream().anyMatch(line -> !line.assumed());
    return Optional.of(
        Reason.of("says-taken")
            .with("how", assumed && known ? "both" : assumed ? "general" : "known")
            .said());
  }
}
