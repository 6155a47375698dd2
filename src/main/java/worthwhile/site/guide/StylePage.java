package worthwhile.site.guide;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.Assessment;
import worthwhile.posting.JobPosting;
import worthwhile.posting.JobPostingBuilder;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Pay;
import worthwhile.posting.Posting;
import worthwhile.posting.Reason;
import worthwhile.posting.Standing;
import worthwhile.posting.UnitText;
import worthwhile.posting.Warning;
import worthwhile.posting.Warning.Severity;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Assets;
import worthwhile.site.search.ResultRow;
import worthwhile.site.search.SearchView;
import worthwhile.site.task.PayBar;
import worthwhile.site.view.BackLink;
import worthwhile.site.view.Floor;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.RunningClock;
import worthwhile.site.view.SiteInstance;

/**
 * {@code /about/style}: what the pages are made of, shown by the very parts that they use, so that
 * who changes one sees all of it in both themes.
 */
final class StylePage implements Handler {
  static final String PATH = "/about/style";
  private static final String FLOOR = "10 USD";

  /** Pay per hour above, around and below that floor. */
  private static final List<String> HOURLY = List.of("18.00", "10.00", "4.50");

  private static final Pattern TOKENS = Pattern.compile(":root\\{(--[^}]+)}");
  private static final Pattern COLOUR = Pattern.compile("--(\\w+):(#\\w+)");

  private final SiteInstance instance;
  private final Pages pages;

  StylePage(SiteInstance instance, Pages pages) {
    this.instance = instance;
    this.pages = pages;
  }

  /**
   * The page.
   *
   * @param tokens colours of both themes, as the style sheet has them
   * @param rows tasks above, around and below the floor, one without pay, one that is warned of
   * @param bar where the pay of the first one goes
   */
  record View(
      List<Token> tokens,
      List<ResultRow> rows,
      Floor floor,
      PayBar bar,
      List<Warning> warnings,
      RunningClock clock,
      List<SearchView.Chip> chips,
      Instant now) {}

  /** A colour by its name in the style sheet. */
  record Token(String name, String light, String dark) {}

  @Override
  public void handle(Context ctx) {
    Layout layout =
        Layout.of(Labels.part("style.title"), Labels.part("style.lead"), "").notIndexed();
    Answer.html(
        ctx,
        200,
        pages.render(
            ctx, "guide/style", layout, view(instance.now().truncatedTo(ChronoUnit.SECONDS))));
  }

  private View view(Instant now) {
    List<Warning> warnings =
        Stream.of(Severity.values()).sorted().map(each -> warning(each, now)).toList();
    Stream<ResultRow> paid = HOURLY.stream().map(sum -> row(posting(sum, now), now));
    Stream<ResultRow> unpaid = Stream.of(row(posting(null, now), now));
    return new View(
        tokens(Assets.read("/static/site.css")),
        Stream.concat(paid, unpaid).toList(),
        floor(),
        PayBar.of(pay("18.00", now)).orElseThrow(),
        warnings,
        new RunningClock(new UUID(0, 0), Duration.ofSeconds(754), false, Optional.empty()),
        List.of(new SearchView.Chip(Labels.part("style.filter"), PATH)),
        now);
  }

  private Floor floor() {
    return switch (Floor.choice(FLOOR, instance.today(), instance::rates)) {
      case Floor.Choice.Made(Floor floor) -> floor;
      case Floor.Choice.Mistaken(String allowed) -> throw new IllegalStateException(allowed);
    };
  }

  private static Warning warning(Severity severity, Instant now) {
    String code =
        switch (severity) {
          case NOTE -> "outside-link";
          case CAUTION -> "contact-shift";
          case DANGER -> "task-scam";
        };
    return new Warning(code, severity, null, Warning.By.RULE, now, Map.of());
  }

  private static Posting posting(@Nullable String hourly, Instant now) {
    JobPostingBuilder job =
        JobPosting.builder("style", "style", "task-" + hourly)
            .title(Labels.part("style.task"))
            .datePosted(now);
    if (hourly == null) return new Posting(job.build(), Standing.UNKNOWN, Assessment.NONE);
    BigDecimal sum = new BigDecimal(hourly);
    job.timeRequired(Duration.ofHours(1)).baseSalary(MonetaryAmount.of("USD", sum, UnitText.TASK));
    return new Posting(job.build(), Standing.UNKNOWN, Assessment.NONE.with(pay(hourly, now)));
  }

  private static Pay pay(String hourly, Instant now) {
    BigDecimal sum = new BigDecimal(hourly);
    Reason said = Reason.stated("$" + hourly + ", 1 h").with("name", Labels.part("style.fee"));
    List<Pay.Line> lines =
        List.of(
            new Pay.Line("platform-fee", new BigDecimal("-1.00"), true, false, List.of(said)),
            new Pay.Line("search", new BigDecimal("-2.00"), false, true, List.of(said)));
    BigDecimal left = sum.subtract(new BigDecimal("3.00"));
    return new Pay("USD", sum, sum, sum, Pay.Basis.STATED, 1, now, List.of(said), left, lines);
  }

  private static ResultRow row(Posting posting, Instant now) {
    return new ResultRow(
        posting,
        Labels.part("style.task"),
        "",
        "Worthwhile",
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        BackLink.HOME,
        now);
  }

  /** What the style sheet calls its colours: the light theme first, the dark one second. */
  static List<Token> tokens(String css) {
    Matcher themes = TOKENS.matcher(css);
    if (!themes.find()) throw new IllegalStateException("no tokens in the style sheet");
    String light = themes.group(1);
    if (!themes.find()) throw new IllegalStateException("no dark theme in the style sheet");
    String dark = themes.group(1);
    List<Token> tokens = new ArrayList<>();
    Matcher colour = COLOUR.matcher(light);
    while (colour.find()) {
      Matcher other = Pattern.compile("--" + colour.group(1) + ":(#\\w+)").matcher(dark);
      tokens.add(
          new Token(
              colour.group(1), colour.group(2), other.find() ? other.group(1) : colour.group(2)));
    }
    return tokens;
  }
}
