package worthwhile.site.me;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import worthwhile.posting.Reason;
import worthwhile.search.Dimension;
import worthwhile.search.Fit;
import worthwhile.search.PostingFacts;
import worthwhile.search.Worth;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Show;
import worthwhile.site.view.SiteInstance;

/** How a task suits a reader, in words. */
public final class FitWords {
  private static final double WHOLE = 0.995;

  private FitWords() {}

  /** What does not suit her, each in a few words; empty if nothing is known against it. */
  public static List<String> of(Fit fit, PostingFacts facts, SiteInstance instance) {
    List<String> words = new ArrayList<>();
    for (Fit.Point point : Fit.Point.values())
      if (fit.share(point, facts) < 1) words(point, fit, facts, instance).ifPresent(words::add);
    return words;
  }

  private static Optional<String> words(
      Fit.Point point, Fit fit, PostingFacts facts, SiteInstance instance) {
    return switch (point) {
      case LANGUAGE ->
          facts.keys(Dimension.LANGUAGE).stream()
              .findFirst()
              .map(code -> Reason.of("fit-language").with("language", Show.language(code)).said());
      case PLATFORM ->
          facts.keys(Dimension.PLATFORM).stream()
              .findFirst()
              .map(instance::platformName)
              .map(name -> Reason.of("fit-platform").with("platform", name).said());
      case DEVICE ->
          Optional.of(
              Reason.of("fit-device")
                  .with("devices", String.join(", ", fit.lacking(facts.keys(Dimension.DEVICE))))
                  .said());
      case TIME ->
          facts.duration().isEmpty()
              ? Optional.empty()
              : fit.time()
                  .map(time -> Reason.of("fit-time").with("minutes", time.toMinutes()).said());
    };
  }

  /**
   * By what a task has its place in the order "best for you": net pay times chance times fit, and
   * what each is made of. Absent where its net pay is not known.
   */
  public static Optional<String> place(Fit fit, PostingFacts facts) {
    return facts
        .worth()
        .map(
            worth ->
                Reason.of("best-place")
                    .with("net", Show.money(BigDecimal.valueOf(worth.net(), 6), "USD"))
                    .with("chance", number(worth.chance()))
                    .with("reasons", reasons(worth))
                    .with("fit", fit.isNothing() ? "none" : number(fit.share(facts)))
                    .with("points", points(fit, facts))
                    .said());
  }

  private static String reasons(Worth worth) {
    List<String> reasons = new ArrayList<>();
    for (Worth.Reason reason : Worth.Reason.values())
      if (worth.share(reason) < WHOLE)
        reasons.add(Labels.part("worth." + reason.word()) + " " + number(worth.share(reason)));
    return reasons.isEmpty() ? "none" : String.join(", ", reasons);
  }

  private static String points(Fit fit, PostingFacts facts) {
    List<String> points = new ArrayList<>();
    for (Fit.Point point : Fit.Point.values())
      if (fit.share(point, facts) < WHOLE)
        points.add(Labels.part("fit." + point.word()) + " " + number(fit.share(point, facts)));
    return points.isEmpty() ? "none" : String.join(", ", points);
  }

  private static String number(double share) {
    return String.format(Locale.ROOT, "%.2f", share);
  }
}
