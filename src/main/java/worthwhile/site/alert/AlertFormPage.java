package worthwhile.site.alert;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.alert.Backtest;
import worthwhile.alert.Wanted;
import worthwhile.alert.WantedBuilder;
import worthwhile.alert.saved.ChannelType;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.Watched;
import worthwhile.posting.word.Worded;
import worthwhile.search.BlockedRequesters;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchQuery.Parsed;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Form;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.Visitor;
import worthwhile.site.search.Chips;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.text.Shortened;

/**
 * {@code /alerts/new} and {@code /alerts/ID/edit}: what a search would have told, and how to be
 * told from now on.
 */
final class AlertFormPage {
  private static final List<String> ASKING_PAY =
      List.of("min_hourly", "min_effective", "min_reward");
  private static final List<String> NOT_ASKED = List.of("floor", "page", "size", "sort", "watches");

  /** Fields of channels that few have. */
  private static final List<String> MORE = List.of("webhook", "ntfy_topic", "telegram", "discord");

  private static final String INSTEAD = "instead";

  /** So many of hers can be chosen from; each has a page that changes it. */
  private static final int MOST_OTHERS = 100;

  private final AlertDesk desk;
  private final Pages pages;
  private final DevicePage devices;

  AlertFormPage(AlertDesk desk, Pages pages, DevicePage devices) {
    this.desk = desk;
    this.pages = pages;
    this.devices = devices;
  }

  /**
   * The page.
   *
   * @param conditions what the search asks for, in words
   * @param parameters of the search, to be sent with the form
   * @param asksPay whether it asks for pay, so that unknown pay is a question
   * @param asksCountry whether it names a country
   * @param mail whether this instance sends mail
   * @param pushKey with which a browser subscribes; absent if this instance tells no browsers
   * @param telegram whether it has a bot of Telegram
   * @param others her saved searches, one of which this may take the place of
   * @param form as it was filled, or as it is to be at first
   */
  record View(
      List<String> conditions,
      List<String> parameters,
      Backtest.Result past,
      boolean asksPay,
      boolean asksCountry,
      boolean mail,
      Optional<String> pushKey,
      boolean telegram,
      List<SavedSearch> others,
      Form form,
      List<String> errors) {
    String advice() {
      return AlertWords.of("advice." + Worded.wordOf(past.advice()));
    }

    /** Name of the words above it. */
    String title() {
      return edits() ? "edit.title" : "new.title";
    }

    /** Whether it is one of hers that is changed. */
    boolean edits() {
      return !form.one(INSTEAD).isEmpty();
    }

    /** Whether one of the channels that few have is filled in. */
    boolean opensMore() {
      return MORE.stream().anyMatch(name -> !form.one(name).isEmpty());
    }
  }

  void form(Context ctx, Visitor visitor) {
    Map<String, List<String>> parameters = new LinkedHashMap<>(ctx.queryParamMap());
    Optional<String> name =
        Optional.ofNullable(parameters.remove("name"))
            .map(List::getFirst)
            .map(String::strip)
            .filter(text -> !text.isEmpty() && text.length() <= SavedSearch.LONGEST_NAME);
    Watched watches = watches(ctx.queryParams("watches"));
    SearchQuery query = query(parameters);
    show(ctx, visitor, 200, query, empty(query, name, watches, visitor), List.of());
  }

  /** The same form with one of hers in it. */
  void edit(Context ctx, Visitor visitor) {
    SavedSearch search = desk.own(ctx, visitor);
    Map<String, List<String>> parameters = AlertForm.unticked(search.query());
    List<String> names = parameters.remove(BlockedRequesters.FORMER);
    List<String> errors = names == null ? List.of() : List.of(AlertWords.formerNames(names));
    show(ctx, visitor, 200, query(parameters), AlertForm.of(search), errors);
  }

  /** The form before anything is filled in: what serves most readers. */
  private Form empty(SearchQuery query, Optional<String> name, Watched watches, Visitor visitor) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    values.put("name", List.of(name.orElseGet(() -> name(Chips.labels(query, desk.instance())))));
    values.put("watches", List.of(watches.word()));
    values.put("rhythm", List.of("instant"));
    values.put("digest_at", List.of("08:00"));
    values.put("zone", List.of(zone(visitor.account().id())));
    values.put("most", List.of(Integer.toString(SavedSearch.USUAL_PER_DAY)));
    values.put("known_pay", List.of("on"));
    values.put("named", List.of("on"));
    desk.searches().channels(visitor.account().id()).stream()
        .filter(each -> each.type() == ChannelType.MAIL && each.isConfirmed())
        .findFirst()
        .ifPresent(each -> values.put("mail", List.of(each.destination().visible())));
    return new Form(values);
  }

  /**
   * The zone of her earnings, else the first of her saved searches: hours in another are no use.
   */
  private String zone(String account) {
    return desk.instance()
        .store()
        .workSettings()
        .of(account)
        .zone()
        .or(
            () ->
                desk.searches().of(account).stream().map(one -> one.timetable().zone()).findFirst())
        .map(ZoneId::getId)
        .orElse("UTC");
  }

  /** What is to be told by the only word given, or each new posting where none is. */
  private static Watched watches(List<String> words) {
    return words.isEmpty()
        ? Watched.POSTINGS
        : Worded.of(Watched.class, words.getFirst())
            .orElseThrow(
                () ->
                    new HttpRefusal(
                        400, "Not understood", "watches: must be " + Worded.words(Watched.class)));
  }

  private void show(
      Context ctx, Visitor visitor, int status, SearchQuery query, Form form, List<String> errors) {
    Map<String, List<String>> parameters = query.toParameters();
    View view =
        new View(
            Chips.labels(query, desk.instance()),
            pairs(parameters),
            desk.backtest().of(query, Backtest.USUAL_DAYS),
            ASKING_PAY.stream().anyMatch(parameters::containsKey),
            parameters.containsKey("country"),
            desk.limits().refusal(new Destination.Mail("a@example.org", "")).isEmpty(),
            devices.key(),
            desk.limits().channel(ChannelType.TELEGRAM).isPresent(),
            desk.searches().of(visitor.account().id()).stream().limit(MOST_OTHERS).toList(),
            form,
            errors);
    Layout layout =
        Layout.of(AlertWords.of(view.title()), AlertWords.of("new.lead"), "/alerts").notIndexed();
    Answer.html(ctx, status, pages.render(ctx, "alert/form", layout, view));
  }

  private static String name(List<String> labels) {
    String all = labels.isEmpty() ? AlertWords.of("everything") : String.join(", ", labels);
    return Shortened.to(SavedSearch.LONGEST_NAME, all);
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
          throw new HttpRefusal(400, "Not understood", AlertDesk.words(mistakes));
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
    if (watches(ctx.formParams("watches")) != Watched.CHANGES) narrow(ctx, query);
    try {
      JsonNode wish = wish(ctx, query);
      List<HttpRefusal> wrongs = SavedSearchReader.wrongs(wish);
      if (wrongs.isEmpty()) {
        Wanted wanted = SavedSearchReader.read(wish);
        answer(ctx, visitor, asked, kept(visitor.account().id(), text(ctx, INSTEAD), wanted));
      } else wrong(ctx, visitor, asked, wrongs);
    } catch (HttpRefusal refused) {
      wrong(ctx, visitor, asked, List.of(refused));
    }
  }

  private void wrong(Context ctx, Visitor visitor, SearchQuery asked, List<HttpRefusal> wrongs) {
    List<String> why = wrongs.stream().map(AlertWords::wrong).toList();
    show(ctx, visitor, wrongs.getFirst().status(), asked, filled(ctx), why);
  }

  /** Conditions that the form itself asks about. */
  private static void narrow(Context ctx, Map<String, List<String>> query) {
    if (ctx.formParam("known_pay") != null) query.put("include_unknown_pay", List.of("false"));
    if (ctx.formParam("named") != null) query.put("eligibility", List.of("named"));
    if (ctx.formParam("calm") != null) query.put("max_severity", List.of("note"));
  }

  /** A new one, or in the place of one of hers, which keeps its channels. */
  private Wanted.Outcome kept(String account, Optional<String> instead, Wanted wanted) {
    if (instead.isEmpty()) return desk.searches().add(account, wanted);
    Optional<SavedSearch> before = desk.searches().of(account, instead.get());
    if (before.isEmpty()) return new Wanted.Outcome.Absent();
    Wanted was = desk.searches().wanted(before.get());
    List<Destination> channels =
        new ArrayList<>(
            was.channels().stream().map(old -> typedAnew(wanted, old).orElse(old)).toList());
    wanted.channels().stream()
        .filter(each -> was.channels().stream().noneMatch(old -> isSame(old, each)))
        .forEach(channels::add);
    return desk.searches()
        .change(
            account,
            instead.get(),
            WantedBuilder.builder(wanted).paused(was.paused()).channels(channels).build());
  }

  /** The same mailbox where its address was typed again: if it had left it is asked anew. */
  private static Optional<Destination> typedAnew(Wanted wanted, Destination old) {
    return wanted.channels().stream()
        .filter(each -> each.type() == ChannelType.MAIL && isSame(old, each))
        .findFirst();
  }

  private static boolean isSame(Destination one, Destination other) {
    return one.type() == ChannelType.FEED
        ? other.type() == ChannelType.FEED
        : one.key().equals(other.key());
  }

  /** One more like this, with a feed and secrets of its own. */
  void duplicate(Context ctx, Visitor visitor) {
    SavedSearch search = desk.own(ctx, visitor);
    String copy = " " + AlertWords.of("copy");
    String name = search.name();
    int room = SavedSearch.LONGEST_NAME - copy.length();
    Wanted wanted =
        WantedBuilder.builder(desk.searches().wanted(search))
            .name((name.length() <= room ? name : name.substring(0, room)) + copy)
            .build();
    switch (desk.searches().add(visitor.account().id(), wanted)) {
      case Wanted.Outcome.Kept(SavedSearch kept) ->
          ctx.redirect("/alerts/" + kept.id() + "/edit", HttpStatus.SEE_OTHER);
      case Wanted.Outcome.Refused(List<Mistake> mistakes) ->
          throw new HttpRefusal(400, "Not taken", AlertDesk.words(mistakes));
      case Wanted.Outcome.Absent _ -> throw AlertDesk.absent();
    }
  }

  private void answer(Context ctx, Visitor visitor, SearchQuery asked, Wanted.Outcome outcome) {
    switch (outcome) {
      case Wanted.Outcome.Kept(SavedSearch search) ->
          ctx.redirect("/alerts/" + search.id() + "?done=saved", HttpStatus.SEE_OTHER);
      case Wanted.Outcome.Refused(List<Mistake> mistakes) ->
          show(
              ctx,
              visitor,
              400,
              asked,
              filled(ctx),
              mistakes.stream().map(AlertDesk::words).toList());
      case Wanted.Outcome.Absent _ -> throw AlertDesk.absent();
    }
  }

  private static Form filled(Context ctx) {
    Map<String, List<String>> values = new LinkedHashMap<>(ctx.formParamMap());
    values.putIfAbsent("watches", List.of(Watched.POSTINGS.word()));
    return new Form(values);
  }

  /** What the form says, as a program would write it. */
  private static ObjectNode wish(Context ctx, Map<String, List<String>> query) {
    ObjectNode wish = SavedSearchJson.object();
    text(ctx, "name").ifPresent(name -> wish.put("name", name));
    ObjectNode parameters = wish.putObject("query");
    query.forEach((name, values) -> values.forEach(parameters.withArray(name)::add));
    text(ctx, "watches").ifPresent(watches -> wish.put("watches", watches));
    text(ctx, "rhythm").ifPresent(rhythm -> wish.put("rhythm", rhythm));
    ctx.formParams("digest_at").stream()
        .filter(time -> !time.isBlank())
        .forEach(wish.withArray("digestAt")::add);
    text(ctx, "zone").ifPresent(zone -> wish.put("timeZone", zone));
    Optional<String> from = text(ctx, "quiet_from");
    Optional<String> until = text(ctx, "quiet_until");
    if (from.isPresent() || until.isPresent())
      wish.putObject("quietHours").put("from", from.orElse("")).put("until", until.orElse(""));
    text(ctx, "most").ifPresent(most -> wish.put("mostPerDay", number(most)));
    channels(ctx, wish.putArray("channels"));
    return wish;
  }

  private static void channels(Context ctx, ArrayNode channels) {
    channels.addObject().put("type", "feed");
    text(ctx, "mail")
        .ifPresent(address -> channels.addObject().put("type", "mail").put("address", address));
    DevicePage.channel(ctx, channels);
    text(ctx, "webhook")
        .ifPresent(url -> channels.addObject().put("type", "webhook").put("url", url));
    text(ctx, "ntfy_topic").ifPresent(topic -> ntfy(ctx, topic, channels.addObject()));
    text(ctx, "telegram")
        .ifPresent(chat -> channels.addObject().put("type", "telegram").put("chat", chat));
    text(ctx, "discord")
        .ifPresent(url -> channels.addObject().put("type", "discord").put("url", url));
  }

  private static void ntfy(Context ctx, String topic, ObjectNode channel) {
    channel.put("type", "ntfy").put("topic", topic);
    text(ctx, "ntfy_server").ifPresent(server -> channel.put("server", server));
    text(ctx, "ntfy_token").ifPresent(token -> channel.put("token", token));
  }

  /** A number out of range for what is no number, so that it is refused like one. */
  private static int number(String text) {
    return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
  }

  private static Optional<String> text(Context ctx, String name) {
    return Optional.ofNullable(ctx.formParam(name)).map(String::strip).filter(x -> !x.isEmpty());
  }
}
