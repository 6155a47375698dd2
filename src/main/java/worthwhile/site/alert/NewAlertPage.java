package worthwhile.site.alert;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.alert.Backtest;
import worthwhile.alert.Wanted;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.QuietHours;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.Rhythm;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.Timetable;
import worthwhile.alert.saved.WatchKind;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchQuery.Parsed;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.site.http.Answer;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.Visitor;
import worthwhile.site.search.Chips;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;

/** {@code /alerts/new}: what a search would have told, and how to be told from now on. */
final class NewAlertPage {
  private static final List<String> ASKING_PAY =
      List.of("min_hourly", "min_effective", "min_reward");
  private static final List<String> NOT_ASKED = List.of("floor", "page", "size", "sort");

  private final AlertDesk desk;
  private final Pages pages;

  NewAlertPage(AlertDesk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  /**
   * The page.
   *
   * @param conditions what the search asks for, in words
   * @param parameters of the search, to be sent with the form
   * @param asksPay whether it asks for pay, so that unknown pay is a question
   * @param asksCountry whether it names a country
   * @param channels that the account has and may use again
   */
  record View(
      List<String> conditions,
      List<String> parameters,
      String name,
      Backtest.Result past,
      boolean asksPay,
      boolean asksCountry,
      boolean mail,
      List<Recipient> channels,
      List<String> errors) {
    String advice() {
      return AlertWords.of("advice." + past.advice().name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  void form(Context ctx, Visitor visitor) {
    Map<String, List<String>> parameters = new LinkedHashMap<>(ctx.queryParamMap());
    show(ctx, visitor, 200, parameters, List.of());
  }

  private void show(
      Context ctx,
      Visitor visitor,
      int status,
      Map<String, List<String>> given,
      List<String> errors) {
    SearchQuery query = query(given);
    Map<String, List<String>> parameters = query.toParameters();
    List<String> labels = Chips.labels(query, desk.instance());
    View view =
        new View(
            labels,
            pairs(parameters),
            name(labels),
            desk.backtest().of(query, Backtest.USUAL_DAYS),
            ASKING_PAY.stream().anyMatch(parameters::containsKey),
            parameters.containsKey("country"),
            desk.limits().refusal(new Destination.Mail("a@example.org")).isEmpty(),
            desk.searches().channels(visitor.account().id()).stream()
                .filter(each -> each.savedSearch().isEmpty())
                .toList(),
            errors);
    Layout layout =
        Layout.of(AlertWords.of("new.title"), AlertWords.of("new.lead"), "/alerts").notIndexed();
    Answer.html(ctx, status, pages.render(ctx, "alert/new", layout, view));
  }

  private static String name(List<String> labels) {
    String all = labels.isEmpty() ? AlertWords.of("everything") : String.join(", ", labels);
    return all.length() <= SavedSearch.LONGEST_NAME
        ? all
        : all.substring(0, SavedSearch.LONGEST_NAME - 1) + "…";
  }

  private static List<String> pairs(Map<String, List<String>> parameters) {
    List<String> pairs = new ArrayList<>();
    parameters.forEach((name, values) -> values.forEach(value -> pairs.add(name + "=" + value)));
    return pairs;
  }

  private static SearchQuery query(Map<String, List<String>> given) {
    Map<String, List<String>> asked = new LinkedHashMap<>(given);
    NOT_ASKED.forEach(asked::remove);
    return switch (SearchQuery.parse(asked)) {
      case Parsed.Valid(SearchQuery query) -> query;
      case Parsed.Invalid(List<Mistake> mistakes) ->
          throw new HttpRefusal(
              400,
              "Not understood",
              mistakes.getFirst().parameter() + ": allowed is " + mistakes.getFirst().allowed());
    };
  }

  void save(Context ctx, Visitor visitor) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : ctx.formParams("p")) {
      int equals = pair.indexOf('=');
      if (equals > 0)
        parameters
            .computeIfAbsent(pair.substring(0, equals), _ -> new ArrayList<>())
            .add(pair.substring(equals + 1));
    }
    SearchQuery asked = query(parameters);
    Map<String, List<String>> query = new LinkedHashMap<>(asked.toParameters());
    if (ctx.formParam("known_pay") != null) query.put("include_unknown_pay", List.of("false"));
    if (ctx.formParam("named") != null) query.put("eligibility", List.of("named"));
    if (ctx.formParam("calm") != null) query.put("max_severity", List.of("note"));
    List<String> errors = new ArrayList<>();
    Wanted wanted = wanted(ctx, query, errors);
    if (!errors.isEmpty()) {
      show(ctx, visitor, 400, parameters, errors);
      return;
    }
    switch (desk.searches().add(visitor.account().id(), wanted)) {
      case Wanted.Outcome.Kept(SavedSearch search) ->
          ctx.redirect("/alerts/" + search.id() + "?done=saved", HttpStatus.SEE_OTHER);
      case Wanted.Outcome.Refused(List<Mistake> mistakes) ->
          show(
              ctx,
              visitor,
              400,
              parameters,
              mistakes.stream()
                  .map(wrong -> wrong.parameter() + ": allowed is " + wrong.allowed())
                  .toList());
      case Wanted.Outcome.Absent _ -> throw AlertDesk.absent();
    }
  }

  private static Wanted wanted(Context ctx, Map<String, List<String>> query, List<String> errors) {
    return new Wanted(
        text(ctx, "name").orElse("-"),
        WatchKind.SEARCH,
        query,
        new Timetable(rhythm(ctx, errors), quiet(ctx, errors), zone(ctx, errors)),
        text(ctx, "most")
            .filter(most -> most.matches("[1-9][0-9]{0,4}"))
            .map(Integer::valueOf)
            .orElse(SavedSearch.USUAL_PER_DAY),
        false,
        channels(ctx, errors));
  }

  private static List<Wanted.Channel> channels(Context ctx, List<String> errors) {
    List<Destination> all = new ArrayList<>();
    all.add(new Destination.Feed(""));
    text(ctx, "mail").ifPresent(mail -> add(errors, () -> all.add(SavedSearchReader.mail(mail))));
    text(ctx, "webhook")
        .ifPresent(url -> add(errors, () -> all.add(new Destination.Webhook(web(url), List.of()))));
    text(ctx, "ntfy")
        .ifPresent(
            url -> add(errors, () -> all.add(new Destination.Ntfy(web(url), Optional.empty()))));
    return all.stream().map(each -> new Wanted.Channel(each, false)).toList();
  }

  private static void add(List<String> errors, Runnable work) {
    try {
      work.run();
    } catch (HttpRefusal refused) {
      errors.add(refused.getMessage());
    }
  }

  private static URI web(String text) {
    try {
      URI url = URI.create(text);
      if (text.matches("https?://.+") && url.getHost() != null && url.getUserInfo() == null)
        return url;
    } catch (IllegalArgumentException notOne) {
      throw new HttpRefusal(400, "No address", text + " is no address of the web.");
    }
    throw new HttpRefusal(400, "No address", text + " is no address of the web.");
  }

  private static Rhythm rhythm(Context ctx, List<String> errors) {
    if (!"digest".equals(ctx.formParam("rhythm"))) return new Rhythm.Instantly();
    return new Rhythm.Digest(List.of(time(ctx, "digest_at", errors).orElse(LocalTime.of(8, 0))));
  }

  private static Optional<QuietHours> quiet(Context ctx, List<String> errors) {
    Optional<LocalTime> from = time(ctx, "quiet_from", errors);
    Optional<LocalTime> until = time(ctx, "quiet_until", errors);
    if (from.isEmpty() || until.isEmpty() || from.equals(until)) return Optional.empty();
    return Optional.of(new QuietHours(from.get(), until.get()));
  }

  private static Optional<LocalTime> time(Context ctx, String name, List<String> errors) {
    Optional<String> text = text(ctx, name);
    if (text.filter(time -> !time.matches("([01][0-9]|2[0-3]):[0-5][0-9]")).isPresent()) {
      errors.add(AlertWords.of("bad-time"));
      return Optional.empty();
    }
    return text.map(LocalTime::parse);
  }

  private static ZoneId zone(Context ctx, List<String> errors) {
    try {
      return text(ctx, "zone").map(ZoneId::of).orElse(ZoneOffset.UTC);
    } catch (DateTimeException unknown) {
      errors.add(AlertWords.of("bad-zone"));
      return ZoneOffset.UTC;
    }
  }

  private static Optional<String> text(Context ctx, String name) {
    return Optional.ofNullable(ctx.formParam(name)).map(String::strip).filter(x -> !x.isEmpty());
  }
}
