package worthwhile.site.alert;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import worthwhile.alert.Wanted;
import worthwhile.alert.WantedBuilder;
import worthwhile.alert.note.SourceNotes;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.Silence;
import worthwhile.posting.Posting;
import worthwhile.posting.Reason;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchQuery.Parsed;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.site.http.Answer;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.Urls;
import worthwhile.site.http.Visitor;
import worthwhile.site.search.Chips;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.Show;

/** {@code /alerts}: what an account wants to hear of, and what became of it. */
final class AlertsPage {
  private static final int LINES = 100;
  private static final List<String> GOOD =
      List.of("saved", "changed", "deleted", "rotated", "code-right");
  private static final List<String> BAD =
      List.of("code-wrong", "code-spent", "trial-many", "trial-unconfirmed");

  private final AlertDesk desk;
  private final Pages pages;
  private final DevicePage devices;
  private final AlertStream stream;

  AlertsPage(AlertDesk desk, Pages pages, DevicePage devices, AlertStream stream) {
    this.desk = desk;
    this.pages = pages;
    this.devices = devices;
    this.stream = stream;
  }

  /**
   * One saved search.
   *
   * @param conditions in words
   * @param url of the search itself, or of the changes that it watches
   * @param sources what is to be said of its platforms
   */
  record Line(
      SavedSearch search,
      List<String> conditions,
      String url,
      List<Recipient> channels,
      List<Reason> sources) {
    /** Where somebody else can save the like: conditions and name, nothing of whose it is. */
    String shared() {
      Map<String, List<String>> parameters = new LinkedHashMap<>(search.query());
      parameters.put("name", List.of(search.name()));
      return Urls.of("/alerts/new", parameters);
    }

    String rhythm() {
      return AlertWords.timetable(search.timetable());
    }
  }

  /**
   * All of them.
   *
   * @param asksDue whether the account is asked when money is due
   */
  record View(List<Line> lines, Optional<String> done, boolean asksDue) {}

  /**
   * One match of the ledger.
   *
   * @param title of the posting; absent if it is forgotten
   * @param text what became of it
   */
  record Match(String posting, Optional<String> title, String url, String at, String text) {}

  /**
   * One of them with its ledger.
   *
   * @param feeds addresses of its feeds
   * @param pushKey with which a browser subscribes; absent if this instance tells no browsers
   * @param stream where its page hears of what comes in; absent without a feed
   */
  record One(
      Line line,
      List<String> feeds,
      List<ChannelLine> channels,
      List<Match> matches,
      SearchFigures figures,
      Optional<String> pushKey,
      Optional<String> stream,
      Optional<ChannelNotice> notice) {}

  void show(Context ctx, Visitor visitor) {
    List<SavedSearch> all = desk.searches().of(visitor.account().id());
    Map<Long, Recipient> recipients = desk.searches().recipients(all);
    List<Silence> silences = desk.silences();
    View view =
        new View(
            all.stream().map(each -> line(each, recipients, silences)).toList(),
            imported(ctx).or(() -> done(ctx)),
            new DueAsking(desk.instance()).isOn(visitor.account()));
    Layout layout =
        Layout.of(AlertWords.of("title"), AlertWords.of("lead"), "/alerts").notIndexed();
    Answer.html(ctx, 200, pages.render(ctx, "alert/alerts", layout, view));
  }

  private static Optional<String> imported(Context ctx) {
    return number(ctx, "taken")
        .flatMap(taken -> number(ctx, "known").map(known -> AlertWords.imported(taken, known)));
  }

  private static Optional<Integer> number(Context ctx, String name) {
    return Optional.ofNullable(ctx.queryParam(name))
        .filter(text -> text.matches("[0-9]{1,4}"))
        .map(Integer::valueOf);
  }

  void one(Context ctx, Visitor visitor) {
    SavedSearch search = desk.own(ctx, visitor);
    Line line = line(search, desk.searches().recipients(List.of(search)), desk.silences());
    String site = desk.instance().base(ctx);
    List<ChannelLine> channels =
        line.channels().stream()
            .map(each -> ChannelLine.of(each, desk.instance().clock().instant()))
            .toList();
    One view =
        new One(
            line,
            feeds(line, site),
            channels,
            matches(search),
            SearchFigures.of(search, desk.instance().store(), desk.instance().now()),
            devices.key(),
            stream.address(search),
            notice(ctx, visitor));
    Layout layout = Layout.of(search.name(), AlertWords.of("lead"), "/alerts").notIndexed();
    Answer.html(ctx, 200, pages.render(ctx, "alert/one", layout, view));
  }

  private Line line(SavedSearch search, Map<Long, Recipient> recipients, List<Silence> silences) {
    List<Recipient> channels =
        search.channels().stream().map(recipients::get).filter(Objects::nonNull).toList();
    List<String> conditions =
        SearchQuery.parse(search.query()) instanceof Parsed.Valid(SearchQuery query)
            ? Chips.labels(query, desk.instance())
            : List.of();
    List<Reason> sources =
        SourceNotes.of(search, silences).stream().map(SourceNotes::words).toList();
    return new Line(search, conditions, url(search), channels, sources);
  }

  /** Where stands now what it tells of. */
  private static String url(SavedSearch search) {
    return switch (search.watches()) {
      case POSTINGS, WOKE -> Urls.of("/", search.query());
      case CHANGES -> Urls.of("/platforms/changes", search.query());
    };
  }

  private static List<String> feeds(Line line, String site) {
    List<String> feeds = new ArrayList<>();
    for (Recipient channel : line.channels())
      if (channel.destination() instanceof Destination.Feed(String secret))
        for (String ending : List.of(".atom", ".json"))
          feeds.add(site + "/alerts/feeds/" + secret + ending);
    return feeds;
  }

  private List<Match> matches(SavedSearch search) {
    List<Ledger.Entry> entries =
        new Ledger(desk.instance().store())
            .of(search.id(), Optional.empty(), 0, LINES).stream().limit(LINES).toList();
    Map<String, Posting> postings =
        desk.instance()
            .store()
            .postings()
            .byIds(entries.stream().map(entry -> entry.item().posting()).distinct().toList());
    Map<String, List<Instant>> gone = desk.instance().store().postings().goneAt(postings.keySet());
    return entries.stream()
        .map(
            entry ->
                match(
                    entry,
                    Optional.ofNullable(postings.get(entry.item().posting())),
                    SearchFigures.goneAfter(entry, gone)))
        .toList();
  }

  private static Match match(
      Ledger.Entry entry, Optional<Posting> posting, Optional<Duration> gone) {
    Delivery delivery = entry.delivery();
    String channel =
        entry
            .recipient()
            .map(to -> AlertWords.of("channel." + to.type().word()))
            .orElse(AlertWords.of("channel.removed"));
    String why = entry.fate().why().map(reason -> ": " + reason.said()).orElse("");
    return new Match(
        entry.item().posting(),
        posting.map(found -> found.job().title()),
        Urls.task(entry.item().posting()),
        delivery.done().orElse(delivery.created()).toString().substring(0, 19).replace('T', ' '),
        String.join(
            ", ",
            channel,
            AlertWords.of("reason." + delivery.reason().word()),
            AlertWords.state(entry.fate().state())
                + why
                + gone.filter(_ -> entry.fate().state() == Delivery.State.SENT)
                    .map(after -> ", " + AlertWords.of("gone-after") + " " + Show.span(after))
                    .orElse("")));
  }

  void pause(Context ctx, Visitor visitor) {
    SavedSearch search = desk.own(ctx, visitor);
    if (desk.searches().change(search.account(), search.id(), this::turned)
        instanceof Wanted.Outcome.Refused(List<Mistake> mistakes))
      throw new HttpRefusal(400, "Not changed", AlertDesk.words(mistakes));
    ctx.redirect("/alerts/" + search.id() + "?done=changed", HttpStatus.SEE_OTHER);
  }

  private Wanted turned(SavedSearch search) {
    return WantedBuilder.builder(desk.searches().wanted(search)).paused(!search.paused()).build();
  }

  void delete(Context ctx, Visitor visitor) {
    if (!desk.searches().delete(visitor.account().id(), ctx.pathParam("id")))
      throw AlertDesk.absent();
    ctx.redirect("/alerts?done=deleted", HttpStatus.SEE_OTHER);
  }

  private static Optional<String> done(Context ctx) {
    return done(ctx, GOOD);
  }

  private static Optional<String> done(Context ctx, List<String> words) {
    return Optional.ofNullable(ctx.queryParam("done"))
        .filter(words::contains)
        .map(word -> AlertWords.of("done." + word));
  }

  /** What was done last with it or one of its channels. */
  private Optional<ChannelNotice> notice(Context ctx, Visitor visitor) {
    return Optional.ofNullable(ctx.queryParam("test"))
        .flatMap(id -> ChannelNotice.ofTrial(desk.instance().store(), visitor.account().id(), id))
        .or(() -> done(ctx, GOOD).map(text -> new ChannelNotice(true, text)))
        .or(() -> done(ctx, BAD).map(text -> new ChannelNotice(false, text)));
  }
}
