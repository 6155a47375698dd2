package worthwhile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import worthwhile.alert.Reach;
import worthwhile.alert.channel.Channel;
import worthwhile.alert.channel.DiscordChannel;
import worthwhile.alert.channel.MailChannel;
import worthwhile.alert.channel.NtfyChannel;
import worthwhile.alert.channel.PushChannel;
import worthwhile.alert.channel.PushIdentity;
import worthwhile.alert.channel.TelegramChannel;
import worthwhile.alert.channel.WebhookChannel;
import worthwhile.alert.note.PlatformChanges;
import worthwhile.alert.saved.ChannelType;
import worthwhile.alert.watch.AlertWatch;
import worthwhile.alert.watch.CanaryRoute;
import worthwhile.alert.watch.CanaryWatch;
import worthwhile.alert.watch.ChangeTeller;
import worthwhile.alert.watch.ChannelProbes;
import worthwhile.alert.watch.DueTeller;
import worthwhile.alert.watch.OperatorMail;
import worthwhile.alert.watch.SilenceTeller;
import worthwhile.alert.watch.SilenceWatch;
import worthwhile.alert.watch.Watchdog;
import worthwhile.crawl.BlockListReading;
import worthwhile.crawl.Crawl;
import worthwhile.crawl.Crawlable;
import worthwhile.crawl.FirstRequests;
import worthwhile.crawl.LoggedWork;
import worthwhile.crawl.Progress;
import worthwhile.crawl.ReferenceRates;
import worthwhile.crawl.Retention;
import worthwhile.crawl.SourceControl;
import worthwhile.crawl.Visits;
import worthwhile.fetch.FetchSettings;
import worthwhile.fetch.Fetcher;
import worthwhile.fetch.Pause;
import worthwhile.fetch.wire.Wire;
import worthwhile.flow.Assessor;
import worthwhile.flow.Indexer;
import worthwhile.flow.Rewarning;
import worthwhile.flow.Sorting;
import worthwhile.flow.Tail;
import worthwhile.flow.WholeReckoning;
import worthwhile.forward.Forwards;
import worthwhile.intake.Normalise;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Fees;
import worthwhile.pay.money.Points;
import worthwhile.pay.money.Rates;
import worthwhile.pay.money.Reward;
import worthwhile.search.PostingIndex;
import worthwhile.search.lucene.IndexInUse;
import worthwhile.search.lucene.SearchIndex;
import worthwhile.source.Pagination;
import worthwhile.source.Platform;
import worthwhile.source.Requests;
import worthwhile.source.SourceDefinition;
import worthwhile.source.read.Sources;
import worthwhile.store.Store;
import worthwhile.store.sql.Folders;
import worthwhile.warning.Warnings;
import worthwhile.work.rejection.RejectionRules;

/**
 * Everything that one process is made of, wired by hand in the order of the data flow. Parts are
 * opened when they are first asked for, so that a small command does not pay for what it does not
 * use; {@link #close()} closes what was opened, last first.
 */
public final class Instance implements AutoCloseable {
  /** Messages to the webhooks of one host at once: some that hang leave room for others. */
  private static final int HOOKS_AT_ONCE = 32;

  private final Settings settings;
  private final Clock clock;
  private final Sources sources;
  private final Store store;
  private final Points points;
  private final Function<String, Fees> fees;
  private final Progress progress = new Progress();
  private final AtomicBoolean begun = new AtomicBoolean();
  private @Nullable Fetcher fetcher;
  private @Nullable Reach reach;
  private @Nullable PostingIndex index;
  private @Nullable Indexer indexer;
  private @Nullable Forwards forwards;

  /** Where the index is a copy: its folder; else null. */
  private @Nullable Path copy;

  Instance(
      Settings settings,
      Clock clock,
      Sources sources,
      Store store,
      PostingIndex index,
      Indexer indexer) {
    this(settings, clock, sources, store);
    this.index = index;
    this.indexer = indexer;
  }

  Instance(Settings settings, Clock clock, Sources sources, Store store) {
    this.settings = settings;
    this.clock = clock;
    this.sources = sources;
    this.store = store;
    this.points = Points.of(sources.platforms());
    this.fees = Fees.byPlatform(sources.platforms());
  }

  /**
   * Opens an instance on the settings' data folder.
   *
   * @throws UsageException naming what is wrong with folder or settings, and the mend
   */
  public static Instance open(Settings settings, Out out) {
    return Opening.small(settings, out);
  }

  /** Opens an instance with definitions that were read before and a clock of one's own. */
  public static Instance open(Settings settings, Sources sources, Clock clock) {
    return new Instance(settings, clock, sources, openStore(settings, clock));
  }

  private PostingIndex openIndex(Path folder) {
    return openIndex(folder, clock, this::rates, sources::synonyms, sources::platform);
  }

  /** The tables are read with the first posting and the names with the first search. */
  static PostingIndex openIndex(
      Path folder,
      Clock clock,
      Supplier<Rates> rates,
      Supplier<List<Set<String>>> names,
      Function<String, Optional<Platform>> platforms) {
    return SearchIndex.open(
        folder, clock, posting -> Reward.usd(posting.job(), rates.get()), names, platforms);
  }

  static Store openStore(Settings settings, Clock clock) {
    try {
      Files.createDirectories(settings.data());
    } catch (IOException e) {
      throw new UsageException(
          "The data folder %s cannot be made: %s. Choose another with --data."
              .formatted(settings.data(), e.getMessage()));
    }
    if (settings.isDatabaseEmptyFile() && CheckTimes.isKnown(settings.data()))
      throw new UsageException(
          ("%s has no bytes, but there was a database here. Bring back the last backup (worthwhile"
                  + " restore FILE --replace), or delete the file to begin anew.")
              .formatted(settings.database()));
    return Store.open(settings.database(), clock);
  }

  public Settings settings() {
    return settings;
  }

  public Clock clock() {
    return clock;
  }

  public Sources sources() {
    return sources;
  }

  public Store store() {
    return store;
  }

  Progress progress() {
    return progress;
  }

  public synchronized PostingIndex index() {
    if (index == null) index = openIndex(settings.data().resolve("index"));
    return index;
  }

  /** The index, unless another process has it open. */
  public synchronized Optional<PostingIndex> indexIfFree() {
    try {
      return Optional.of(index());
    } catch (IndexInUse e) {
      return Optional.empty();
    }
  }

  /** The index, or where another process has it open, a copy of it that goes with this instance. */
  public synchronized PostingIndex indexToLookAt() {
    return indexIfFree().orElseGet(this::copiedIndex);
  }

  private PostingIndex copiedIndex() {
    Path aside = settings.data().resolve("index-copy-" + ProcessHandle.current().pid());
    copy = aside;
    SearchIndex.copy(settings.data().resolve("index"), aside);
    index = openIndex(aside);
    return index;
  }

  public synchronized Indexer indexer() {
    if (indexer == null) indexer = new Indexer(store, index(), clock);
    return indexer;
  }

  /** What follows the changes catches up, unless another process has the index open. */
  private void tell() {
    if (indexIfFree().isPresent()) indexer().catchUp();
  }

  /** Forgets what sources do not let one keep any longer. */
  public void keepToRetention() {
    new Retention(store, this::tell, clock).keepTo(sources.all());
  }

  public synchronized Fetcher fetcher() {
    if (fetcher == null) fetcher = new Fetcher(fetchSettings());
    return fetcher;
  }

  /** The ways by which this instance can tell people of something. */
  public synchronized Reach reach() {
    if (reach == null) {
      Wire wire = Wire.of(settings.mappings(), HOOKS_AT_ONCE);
      String agent = fetchSettings().agent();
      Channel webhook = new WebhookChannel(wire, agent, clock);
      Map<ChannelType, Channel> channels = new EnumMap<>(Map.of(ChannelType.WEBHOOK, webhook));
      channels.put(ChannelType.PUSH, push(wire));
      channels.put(ChannelType.NTFY, new NtfyChannel(wire, agent));
      channels.put(ChannelType.DISCORD, new DiscordChannel(wire, agent));
      settings
          .telegram()
          .ifPresent(
              bot -> channels.put(ChannelType.TELEGRAM, new TelegramChannel(wire, agent, bot)));
      settings.mail().ifPresent(mail -> channels.put(ChannelType.MAIL, new MailChannel(mail)));
      reach = new Reach(channels, wire);
    }
    return reach;
  }

  private Channel push(Wire wire) {
    return new PushChannel(
        wire, fetchSettings().agent(), new PushIdentity(store), settings.pushContact());
  }

  /**
   * What watches alerts and their sources.
   *
   * @param site where people reach the site, without a slash at its end
   */
  AlertWatch alertWatch(CanaryRoute route, String site) {
    Optional<OperatorMail> operator =
        settings
            .operatorMail()
            .map(
                mailbox ->
                    new OperatorMail(
                        new MailChannel(settings.mail().orElseThrow()), mailbox, site));
    return new AlertWatch(
        new CanaryWatch(
            store, route, new ChannelProbes(store, reach().channels(), operator, clock), clock),
        new Watchdog(store, operator, clock),
        new SilenceWatch(store, this::crawled, this::platformName, clock),
        new SilenceTeller(store, clock),
        new ChangeTeller(
            store, () -> PlatformChanges.of(Set.of(), sources, store, clock.instant()), clock),
        new DueTeller(
            store,
            id -> sources.platform(id).map(RejectionRules::of).orElse(RejectionRules.NONE),
            clock));
  }

  /** What people call a platform; its id where it has no card. */
  String platformName(String id) {
    return sources.platform(id).map(Platform::name).orElse(id);
  }

  public SecretsFile secrets() {
    return SecretsFile.read(settings.data(), System.getenv());
  }

  private FetchSettings fetchSettings() {
    return new FetchSettings(
        Version.text(),
        settings.contact(),
        settings.loopbackOnly(),
        settings.mappings(),
        settings.delay(),
        secrets(),
        clock,
        Pause.SLEEP,
        store.parkedHosts());
  }

  /** Runs of sources over the network, with what is to happen after each. */
  public Crawl crawl(Runnable tell) {
    String reading = Version.build() + " " + sources.identity();
    return new Crawl(fetcher()::fetch, store, tail(tell), progress, clock, reading);
  }

  /** Carries batches to the end; the index follows. */
  public Tail tail() {
    if (!begun.getAndSet(true)) beginEmpty();
    return tail(this::tell);
  }

  /** Where nothing is stored yet, nothing is older than the rules of today. */
  private void beginEmpty() {
    if (store.meta().get(Rewarning.NAME).isPresent()) return;
    sorting().beginEmpty();
    rewarning(warningRules()).beginEmpty();
  }

  private Tail tail(Runnable tell) {
    return new Tail(store, normalise(), assessor(), tell, clock);
  }

  private Normalise normalise() {
    return Normalise.with(sources.platforms());
  }

  /** What puts everything stored under the categories of today. */
  Sorting sorting() {
    return new Sorting(store, normalise(), clock);
  }

  /**
   * A word that is another one where rules, model or block lists of warnings say something else.
   */
  String warningRules() {
    return Warnings.identity() + store.blockLists().identity(clock.instant());
  }

  /** What looks anew for warnings where their rules have changed. */
  Rewarning rewarning(String rules) {
    return new Rewarning(store, tail(this::tell), rules, clock);
  }

  /** What works out every requester's record anew. */
  WholeReckoning reckoning() {
    return new WholeReckoning(store, this::tell, clock);
  }

  /** Takes what workers' browsers pass on; the index follows at once. */
  synchronized Forwards forwards() {
    if (forwards == null)
      forwards = new Forwards(store, tail(), this::rates, settings.newTasksADay(), clock);
    return forwards;
  }

  /** Rates of exchange and of points, the newest that are known. */
  Rates rates() {
    return store.rateTables().rates().with(points);
  }

  /** What we make of postings, with the newest rates and the fees on the cards. */
  private Assessor assessor() {
    return Assessor.with(
        () -> HourlyPay.at(rates(), fees), () -> Warnings.knowing(sources.platforms()));
  }

  /** What brings workers' own logs into figures, and takes them out again. */
  LoggedWork loggedWork() {
    return new LoggedWork(store, tail(), clock);
  }

  /** What keeps the rates of exchange fresh. */
  public ReferenceRates referenceRates() {
    return new ReferenceRates(fetcher()::fetch, store.rateTables(), settings.worldRates(), clock);
  }

  /** What reads the lists of reported hosts. */
  BlockListReading blockListReading() {
    return new BlockListReading(fetcher()::fetch, store.blockLists(), settings.blockLists(), clock);
  }

  /** Runs that also write down how a source fares, with what is to happen after each. */
  public Visits visits(Runnable tell) {
    return new Visits(crawl(tell), store, this::asks, clock);
  }

  /** What a source is asked first; absent if the operator lacks a key for it. */
  public Optional<FirstRequests> asks(SourceDefinition source) {
    Optional<Pagination.Known> known = Requests.known(source);
    if (known.isEmpty())
      return Requests.first(source, secretsPresent(), clock.instant()).map(FirstRequests::of);
    if (!secretsPresent().containsAll(source.secrets())) return Optional.empty();
    int most = known.get().size() * known.get().last();
    List<String> ids = store.requesters().toAsk(source.id(), known.get().platform(), most);
    return Optional.of(
        new FirstRequests(Requests.about(source, secretsPresent(), ids, clock.instant()), ids));
  }

  /** Names of the secrets that sources ask for and the operator has. */
  private Set<String> secretsPresent() {
    SecretsFile secrets = secrets();
    Set<String> names = new HashSet<>();
    for (SourceDefinition source : sources.all()) {
      names.addAll(source.secrets());
      source.listing().withKey().ifPresent(key -> names.addAll(key.secrets()));
    }
    names.removeIf(name -> !secrets.has(name));
    return names;
  }

  /** Why a source is not crawled here; absent if it is. */
  public Optional<String> whyNotCrawled(SourceDefinition source) {
    return Crawlable.whyNot(source, settings.switchedOn());
  }

  /** The sources that are crawled here, those that a person paused for a while among them. */
  private List<SourceDefinition> crawled() {
    return sources.all().stream().filter(source -> whyNotCrawled(source).isEmpty()).toList();
  }

  /**
   * The sources with these ids, or all that are crawled and not paused if none is named.
   *
   * @throws UsageException if one is not known, not crawled or paused
   */
  public List<SourceDefinition> chosen(List<String> ids) {
    Map<String, Instant> paused = store.pauses().all();
    if (ids.isEmpty())
      return crawled().stream().filter(source -> !paused.containsKey(source.id())).toList();
    ids.stream()
        .filter(paused::containsKey)
        .findFirst()
        .ifPresent(
            id -> {
              throw new UsageException(
                  "%1$s is paused since %2$s. Go on with: worthwhile sources resume %1$s"
                      .formatted(id, paused.get(id)));
            });
    return ids.stream().map(this::crawled).toList();
  }

  /** What a person can do to a source. */
  public SourceControl sourceControl() {
    return new SourceControl(store, crawl(this::tell), clock);
  }

  private SourceDefinition crawled(String id) {
    SourceDefinition source = ChosenSources.one(sources, id, Map.of());
    whyNotCrawled(source)
        .ifPresent(
            why -> {
              throw new UsageException(id + " is not crawled: " + why);
            });
    return source;
  }

  @Override
  public void close() {
    if (index != null) index.close();
    if (copy != null) Folders.delete(copy);
    if (fetcher != null) fetcher.close();
    store.close();
  }
}
