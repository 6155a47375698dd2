package worthwhile.site;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import worthwhile.alert.Reach;
import worthwhile.alert.channel.Attempt;
import worthwhile.alert.channel.DiscordChannel;
import worthwhile.alert.channel.NtfyChannel;
import worthwhile.alert.channel.TelegramBot;
import worthwhile.alert.channel.TelegramChannel;
import worthwhile.alert.channel.WebhookChannel;
import worthwhile.alert.saved.ChannelType;
import worthwhile.crawl.Progress;
import worthwhile.crawl.Web;
import worthwhile.extract.Announcement;
import worthwhile.fetch.FetchOutcome;
import worthwhile.fetch.wire.Wire;
import worthwhile.flow.Assessor;
import worthwhile.flow.Condition;
import worthwhile.flow.Indexer;
import worthwhile.flow.Tail;
import worthwhile.forward.Forwards;
import worthwhile.intake.Change;
import worthwhile.intake.Normalise;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Rates;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingJson;
import worthwhile.posting.Reason;
import worthwhile.search.lucene.SearchIndex;
import worthwhile.site.http.SiteSettings;
import worthwhile.source.Stop;
import worthwhile.source.read.Sources;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;
import worthwhile.store.source.Runs;
import worthwhile.store.source.SourceStates;

/** A real site over a real database and a real index, on a free port. */
public final class SiteFixture implements AutoCloseable {
  public static final Clock CLOCK = Clock.fixed(TestPostings.NOW, ZoneOffset.UTC);

  /** Tasks that one account may pass on for the first time in a day. */
  public static final int NEW_TASKS = 8;

  public final Store store;
  final SearchIndex index;
  final Indexer indexer;
  public final Condition condition;

  /** Bytes that are left on the disk, as the condition sees it. */
  volatile long room = Long.MAX_VALUE;

  /** By which files of requesters are read; nothing is there until a test puts it there. */
  volatile Web web =
      (_, _, _) -> new FetchOutcome.Stopped(new Stop(Stop.Kind.UNAVAILABLE, "no network in tests"));

  public final Site site;

  /** Takes what people say. */
  final Tail tail;

  final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private int runs;

  private SiteFixture(
      String database, Path folder, SiteSettings settings, Sources sources, Clock clock) {
    store = Store.open(database, clock);
    index =
        SearchIndex.open(
            folder.resolve("index"), clock, posting -> Optional.empty(), sources::synonyms);
    indexer = new Indexer(store, index, clock);
    condition = new Condition(store, index, indexer, () -> room, clock);
    tail = tail(store, indexer, clock);
    site = start(settings, sources, condition, clock);
  }

  /** As another one, whose condition is this. */
  SiteFixture(SiteFixture other, Condition condition) {
    store = other.store;
    index = other.index;
    indexer = other.indexer;
    this.condition = condition;
    tail = other.tail;
    site = start(SiteSettings.local("1.2.3"), sources(), condition, CLOCK);
  }

  /** All but mail, to hosts that tests map, and browsers, which take everything. */
  private final Reach reach = reach();

  private static Reach reach() {
    URI nobody = URI.create("http://127.0.0.1:9");
    Wire wire =
        Wire.of(Map.of("hooks.test", nobody, "discord.com", nobody, "api.telegram.org", nobody), 2);
    String agent = "Worthwhile/test";
    TelegramBot bot =
        new TelegramBot(URI.create("https://api.telegram.org"), "123456789:" + "A".repeat(35));
    return new Reach(
        Map.of(
            ChannelType.PUSH, (_, _) -> new Attempt.Sent(),
            ChannelType.WEBHOOK, new WebhookChannel(wire, agent, CLOCK),
            ChannelType.NTFY, new NtfyChannel(wire, agent),
            ChannelType.TELEGRAM, new TelegramChannel(wire, agent, bot),
            ChannelType.DISCORD, new DiscordChannel(wire, agent)),
        wire);
  }

  private Site start(SiteSettings settings, Sources sources, Condition fares, Clock clock) {
    return Site.start(
        settings,
        sources,
        store,
        index,
        new Progress(),
        new Forwards(store, tail(store, indexer, clock), Rates::shipped, NEW_TASKS, clock),
        tail(store, indexer, clock),
        (request, source, validators) -> web.fetch(request, source, validators),
        fares,
        reach,
        clock);
  }

  private static Tail tail(Store store, Indexer indexer, Clock clock) {
    return new Tail(
        store,
        Normalise.plain(),
        Assessor.with(() -> HourlyPay.at(Rates.shipped())),
        indexer::catchUp,
        clock);
  }

  private static String file(Path folder) {
    return TestDatabase.file(folder.resolve("site.db"));
  }

  private static Sources sources() {
    try {
      return Sources.load(Path.of(SiteFixture.class.getResource("/site/scrapers").toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  public static SiteFixture empty(Path folder) {
    return empty(folder, SiteSettings.local("1.2.3"));
  }

  public static SiteFixture empty(Path folder, SiteSettings settings) {
    return empty(folder, settings, CLOCK);
  }

  public static SiteFixture empty(Path folder, SiteSettings settings, Clock clock) {
    return new SiteFixture(file(folder), folder, settings, sources(), clock);
  }

  /** Empty, on another database and with a clock of one's own. */
  static SiteFixture empty(String database, Path folder, Clock clock) {
    return new SiteFixture(database, folder, SiteSettings.local("1.2.3"), sources(), clock);
  }

  /** Empty, with the sources that are shipped. */
  public static SiteFixture shipped(Path folder, SiteSettings settings) {
    return shipped(file(folder), folder, settings, CLOCK);
  }

  /** As above, over a database and with a clock of one's own. */
  public static SiteFixture shipped(
      String database, Path folder, SiteSettings settings, Clock clock) {
    return new SiteFixture(database, folder, settings, Sources.load(Path.of("scrapers")), clock);
  }

  /** Empty, with sources of one's own. */
  static SiteFixture of(Path folder, Sources sources) {
    return new SiteFixture(file(folder), folder, SiteSettings.local("1.2.3"), sources, CLOCK);
  }

  /** On another database, with all test postings and a few runs. */
  static SiteFixture filled(String database, Path folder) {
    SiteFixture fixture =
        new SiteFixture(database, folder, SiteSettings.local("1.2.3"), sources(), CLOCK);
    fixture.fill();
    return fixture;
  }

  /** With all test postings and a few runs. */
  public static SiteFixture filled(Path folder) {
    SiteFixture fixture = empty(folder);
    fixture.fill();
    return fixture;
  }

  void fill() {
    add(TestPostings.open());
    add(
        List.of(
            FlatPosting.of(TestPostings.gone())
                .state(worthwhile.posting.PostingState.OPEN)
                .build()));
    apply(List.of(new Change.Closed(TestPostings.gone(), TestPostings.gone())));
    Instant now = TestPostings.NOW;
    store
        .announced()
        .keep(
            "study-hall",
            new Announcement(
                Announcement.Kind.CLOSING,
                "Study Hall will close on 3 May 2027.",
                Optional.of(LocalDate.of(2027, 5, 3))),
            "study-hall-feed",
            "https://study-hall.example/studies",
            now);
    store
        .sourceStates()
        .put(
            state(
                "shelf-tasks",
                "ok",
                Optional.empty(),
                Optional.of(now.minus(Duration.ofMinutes(10)))));
    store
        .sourceStates()
        .put(
            state(
                "kleinarbeit",
                "suspended",
                Optional.of("answered 403 <b>three</b> times"),
                Optional.empty()));
    store.runs().add(run("kleinarbeit", "blocked", Optional.of("a \"blocked\" page")));
  }

  static SourceStates.State state(
      String source, String condition, Optional<String> reason, Optional<Instant> success) {
    Instant now = TestPostings.NOW;
    return new SourceStates.State(
        source,
        condition,
        reason.map(Reason::stated),
        now.minus(Duration.ofHours(1)),
        success,
        Optional.of(now.minus(Duration.ofMinutes(10))),
        Optional.of(now.plus(Duration.ofMinutes(50))),
        Optional.of(Duration.ofHours(1)),
        0);
  }

  /** Stores postings as new and makes them searchable. */
  public long add(List<Posting> postings) {
    return apply(postings.stream().<Change>map(Change.New::new).toList());
  }

  long apply(List<Change> changes) {
    long revision = store.postings().apply(changes, run("shelf-tasks", "items", Optional.empty()));
    index.put(changes.stream().map(Change::posting).toList(), revision);
    index.refresh();
    return revision;
  }

  private Runs.Run run(String source, String outcome, Optional<String> reason) {
    return new Runs.Run(
        "run-" + runs++,
        source,
        TestPostings.NOW.minus(Duration.ofMinutes(10)),
        outcome,
        reason.map(Reason::stated),
        3,
        60,
        60,
        0,
        0,
        1,
        Duration.ofMillis(4200));
  }

  /** GET of a path that is already encoded. */
  public HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, headers);
  }

  public HttpResponse<String> send(String method, String path, String... headers) {
    return send(method, path, HttpRequest.BodyPublishers.noBody(), headers);
  }

  /** Sends what a browser sends for a form. */
  HttpResponse<String> form(String path, String fields) {
    return post(
        path,
        fields.getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "application/x-www-form-urlencoded");
  }

  /**
   * The answer to a request as it is written here, head and body, also where no client sends such.
   */
  String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", site.port())) {
      socket.setSoTimeout(10_000);
      String whole = request + "\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(whole.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** POST of JSON. */
  public HttpResponse<String> post(String path, byte[] body, String... headers) {
    String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = "application/json";
    return send("POST", path, HttpRequest.BodyPublishers.ofByteArray(body), all);
  }

  /** PATCH with JSON. */
  HttpResponse<String> patch(String path, String json) {
    return send(
        "PATCH",
        path,
        HttpRequest.BodyPublishers.ofString(json),
        "Content-Type",
        "application/json");
  }

  private HttpResponse<String> send(
      String method, String path, HttpRequest.BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(site.url() + path))
            .timeout(Duration.ofSeconds(20))
            .method(method, body);
    if (headers.length > 0) request.headers(headers);
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public JsonNode json(String path) {
    return PostingJson.MAPPER.readTree(get(path).body());
  }

  @Override
  public void close() {
    client.shutdownNow();
    site.close();
    index.close();
    store.close();
  }
}
