package worthwhile.site.work;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import worthwhile.posting.Reason;
import worthwhile.site.http.SiteSettings;
import worthwhile.site.view.Remembered;
import worthwhile.work.time.Timer;

/**
 * After how many minutes of work a worker wants a break, and how long: {@code 25-5}. Her browser
 * remembers what she chose last, so that a task that is opened and timed in one go has it too.
 */
final class BreakRhythm {
  /** What can be chosen. */
  static final List<String> OFFERED = List.of("25-5", "50-10");

  private static final String FIELD = "focus";

  private BreakRhythm() {}

  /** What the browser remembers, if a timer can have it. */
  static Optional<String> of(Context ctx) {
    return Remembered.of(ctx).rhythm().filter(BreakRhythm::isPossible);
  }

  private static boolean isPossible(String rhythm) {
    return part(rhythm, 0) <= Timer.Focus.MOST_WORK.toMinutes()
        && part(rhythm, 1) <= Timer.Focus.MOST_REST.toMinutes();
  }

  /** Minutes of work, a break of minutes: in words. */
  static String label(String rhythm) {
    return Reason.of("work-rhythm")
        .with("work", part(rhythm, 0))
        .with("rest", part(rhythm, 1))
        .said();
  }

  /** What a form chooses, which is remembered; where it has no such field, what was remembered. */
  static Optional<Timer.Focus> chosen(Context ctx, SiteSettings settings) {
    String said = ctx.formParam(FIELD);
    if (said == null) return of(ctx).map(BreakRhythm::focus);
    boolean isOne = said.matches("[1-9]\\d{0,2}-[1-9]\\d{0,2}") && isPossible(said);
    if (!said.isEmpty() && !isOne)
      throw TimingWords.wrong("The rhythm is minutes of work and of a break: 25-5.");
    Optional<String> rhythm = Optional.of(said).filter(text -> !text.isEmpty());
    Remembered.of(ctx).withRhythm(rhythm).keep(ctx, settings);
    return rhythm.map(BreakRhythm::focus);
  }

  private static Timer.Focus focus(String rhythm) {
    return new Timer.Focus(minutes(rhythm, 0), minutes(rhythm, 1));
  }

  private static Duration minutes(String rhythm, int part) {
    return Duration.ofMinutes(part(rhythm, part));
  }

  private static int part(String rhythm, int part) {
    return Integer.parseInt(rhythm.split("-", 2)[part]);
  }
}
