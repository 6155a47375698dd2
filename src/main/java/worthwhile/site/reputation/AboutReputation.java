package worthwhile.site.reputation;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.flow.Priors;
import worthwhile.flow.WholeReckoning;
import worthwhile.posting.Reason;
import worthwhile.reputation.Prior;
import worthwhile.reputation.ScoreRules;
import worthwhile.reputation.statement.Verdict;
import worthwhile.site.http.Answer;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;

/** {@code GET /about/reputation}: what counts, how it is worked out, and how to check it. */
final class AboutReputation implements Handler {
  private final SiteInstance instance;
  private final Pages pages;

  AboutReputation(SiteInstance instance, Pages pages) {
    this.instance = instance;
    this.pages = pages;
  }

  /**
   * What the page shows.
   *
   * @param rules sentences with the figures in force
   * @param verdicts what each outcome counts, by its words
   * @param priors what is assumed on a platform, by the platform's name
   * @param reckoned when everything was last worked out whole; absent if never
   * @param command that works it out again
   */
  record View(
      List<String> rules,
      Map<String, String> verdicts,
      WorkedExample example,
      Prior prior,
      Map<String, Prior> priors,
      Optional<LocalDate> reckoned,
      String command) {
    String figure(double value) {
      return number(value).toPlainString();
    }

    /** The sum of the example in one line. */
    String sum() {
      return Reason.of("reputation-example")
          .with("good", number(example.good()))
          .with("weight", number(example.weight()))
          .with("m", number(prior.weight()))
          .with("mean", number(prior.mean()))
          .with("score", number(example.score().score()))
          .with("low", number(example.score().low()))
          .with("high", number(example.score().high()))
          .with("n", example.score().n())
          .said();
    }
  }

  private static BigDecimal number(double value) {
    return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_EVEN);
  }

  @Override
  public void handle(Context ctx) {
    Map<String, Prior> priors = new LinkedHashMap<>();
    Priors.learned(instance.store())
        .forEach((platform, prior) -> priors.put(instance.platformName(platform), prior));
    Optional<Instant> reckoned = WholeReckoning.last(instance.store());
    View view =
        new View(
            rules(ScoreRules.inForce()),
            verdicts(),
            WorkedExample.of(Prior.NEUTRAL),
            Prior.NEUTRAL,
            priors,
            reckoned.map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC)),
            command(reckoned.orElse(instance.now())));
    Layout layout =
        Layout.of(
            Labels.part("reputation.title"), Labels.part("reputation.about"), "/about/reputation");
    Answer.html(ctx, 200, pages.render(ctx, "reputation/about", layout, view));
  }

  private static String command(Instant at) {
    return "./worthwhile reputation ratings.jsonl --trusted \"$(cat trusted.txt)\" --at "
        + at.truncatedTo(ChronoUnit.DAYS);
  }

  private static List<String> rules(ScoreRules rules) {
    return List.of(
        Reason.of("reputation-voice")
            .with("most", number(rules.mostByWork()))
            .with("half", number(rules.mostByWork() / 2))
            .with("requesters", Math.round(rules.halfAtRequesters()))
            .said(),
        Reason.of("reputation-trust").with("half", number(rules.halfTrustedAt())).said(),
        Reason.of("reputation-share")
            .with("alike", rules.alikeFrom())
            .with("together", Math.round(rules.mostTogether()))
            .said(),
        Reason.of("reputation-age").with("days", rules.halfLifeDays()).said(),
        Reason.of("reputation-change")
            .with("days", rules.recentDays())
            .with("keeps", number(rules.oldKeeps()))
            .said(),
        Reason.of("reputation-burst")
            .with("least", rules.burstLeast())
            .with("days", rules.burstDays())
            .with("age", rules.newDays())
            .said(),
        Reason.of("reputation-least").with("least", rules.leastReviewers()).said());
  }

  private static Map<String, String> verdicts() {
    Map<String, String> verdicts = new LinkedHashMap<>();
    verdict(verdicts, "paid", Verdict.PAID);
    verdict(verdicts, "rejected-for-work", Verdict.REJECTED_FOR_WORK);
    verdict(verdicts, "rejected", Verdict.REJECTED);
    verdict(verdicts, "overturned", Verdict.OVERTURNED);
    verdict(verdicts, "screened-out-paid", Verdict.SCREENED_OUT_PAID);
    verdict(verdicts, "screened-out-unpaid", Verdict.SCREENED_OUT_UNPAID);
    verdict(verdicts, "timed-out", Verdict.TIMED_OUT);
    verdict(verdicts, "broken", Verdict.BROKEN);
    verdicts.put(
        Reason.of("reputation-late").with("days", Verdict.LATE_DAYS).said(), signed(-Verdict.LATE));
    verdict(verdicts, "silent", -Verdict.SILENT);
    verdict(verdicts, "never-again", -Verdict.NEVER_AGAIN);
    return verdicts;
  }

  private static void verdict(Map<String, String> verdicts, String name, double value) {
    verdicts.put(Labels.part("reputation.verdict." + name), signed(value));
  }

  private static String signed(double value) {
    String sign = value > 0 ? "+" : "−";
    return sign + BigDecimal.valueOf(Math.abs(value)).stripTrailingZeros().toPlainString();
  }
}
