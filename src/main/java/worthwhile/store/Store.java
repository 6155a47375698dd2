package worthwhile.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import worthwhile.store.account.AccountRows;
import worthwhile.store.account.Belongings;
import worthwhile.store.account.CredentialRows;
import worthwhile.store.account.SessionRows;
import worthwhile.store.account.TokenRows;
import worthwhile.store.alert.Alerts;
import worthwhile.store.community.AllReviews;
import worthwhile.store.community.Statements;
import worthwhile.store.posting.Beside;
import worthwhile.store.posting.CarryOver;
import worthwhile.store.posting.Changes;
import worthwhile.store.posting.Departures;
import worthwhile.store.posting.Followers;
import worthwhile.store.posting.ForumPosts;
import worthwhile.store.posting.JoinCopies;
import worthwhile.store.posting.Landmark;
import worthwhile.store.posting.Postings;
import worthwhile.store.posting.Ratings;
import worthwhile.store.posting.Requesters;
import worthwhile.store.posting.Sightings;
import worthwhile.store.posting.Warned;
import worthwhile.store.posting.Writing;
import worthwhile.store.source.Announced;
import worthwhile.store.source.BlockLists;
import worthwhile.store.source.Bodies;
import worthwhile.store.source.HeldRuns;
import worthwhile.store.source.KnownListings;
import worthwhile.store.source.Leases;
import worthwhile.store.source.OperatorLog;
import worthwhile.store.source.ParkedHosts;
import worthwhile.store.source.Pauses;
import worthwhile.store.source.RateTables;
import worthwhile.store.source.Runs;
import worthwhile.store.source.SourceStates;
import worthwhile.store.sql.Address;
import worthwhile.store.sql.Backups;
import worthwhile.store.sql.Database;
import worthwhile.store.sql.Integrity;
import worthwhile.store.sql.Meta;
import worthwhile.store.sql.StoreException;
import worthwhile.store.work.ExpenseRows;
import worthwhile.store.work.PursuitRows;
import worthwhile.store.work.TimerRows;
import worthwhile.store.work.UploadRows;
import worthwhile.store.work.WorkRows;
import worthwhile.store.work.WorkSettingRows;

/**
 * The database: SQLite in a file by default, PostgreSQL when outgrown. Reads come from a small
 * pool; writes go one at a time.
 *
 * <p>Every method of the store throws a {@link StoreException}, with a message for the operator, if
 * the database cannot do what is asked. All of it may be used by many threads.
 */
public final class Store implements AutoCloseable {
  /**
   * Tables of the accounts themselves, of the instance, of the numbers that it has given, and of
   * what people decided together.
   */
  private static final List<String> ITSELF =
      List.of(
          "account",
          "meta",
          "counter",
          "moderation_case",
          "moderation_log",
          "conduct",
          "operator_act");

  private final Database database;
  private final ChangingTogether together;
  private final Postings postings;
  private final Warned warned;
  private final Beside beside;
  private final Departures departures;
  private final BlockLists blockLists;
  private final Changes changes;
  private final Followers followers;
  private final SourceStates sourceStates;
  private final Runs runs;
  private final Leases leases;
  private final Pauses pauses;
  private final HeldRuns heldRuns;
  private final KnownListings knownListings;
  private final OperatorLog operatorLog;
  private final ParkedHosts parkedHosts;
  private final Bodies bodies;
  private final ForumPosts forumPosts;
  private final Ratings ratings;
  private final Requesters requesters;
  private final Meta meta;
  private final AccountRows accounts;
  private final SessionRows sessions;
  private final TokenRows tokens;
  private final RateTables rateTables;
  private final Announced announced;
  private final WorkRows work;
  private final UploadRows uploads;
  private final TimerRows timers;
  private final Sightings sightings;
  private final PursuitRows pursuits;
  private final WorkSettingRows workSettings;
  private final ExpenseRows expenses;
  private final CredentialRows credentials;

  private Store(Database database, Clock clock) {
    this.database = database;
    together = new ChangingTogether(database);
    changes = new Changes(database);
    followers = new Followers(database);
    sourceStates = new SourceStates(database, clock);
    runs = new Runs(database);
    leases = new Leases(database, clock);
    pauses = new Pauses(database, clock);
    heldRuns = new HeldRuns(database, leases, clock);
    knownListings = new KnownListings(database);
    operatorLog = new OperatorLog(database, clock);
    parkedHosts = new ParkedHosts(database, clock);
    bodies = new Bodies(database, clock);
    forumPosts = new ForumPosts(database, clock);
    postings = new Postings(database, forumPosts);
    warned = new Warned(database);
    beside = new Beside(database);
    departures = new Departures(database);
    blockLists = new BlockLists(database);
    ratings = new Ratings(database);
    requesters = new Requesters(database);
    meta = new Meta(database);
    accounts = new AccountRows(database);
    sessions = new SessionRows(database);
    tokens = new TokenRows(database);
    rateTables = new RateTables(meta, clock);
    announced = new Announced(meta);
    work = new WorkRows(database, meta, clock);
    uploads = new UploadRows(database);
    timers = new TimerRows(database);
    sightings = new Sightings(database);
    pursuits = new PursuitRows(database);
    workSettings = new WorkSettingRows(database);
    expenses = new ExpenseRows(database);
    credentials = new CredentialRows(database);
  }

  /**
   * Opens the database and brings its tables up to date; a file that does not exist is created with
   * its folder.
   *
   * @param jdbcUrl {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://…}
   */
  public static Store open(String jdbcUrl, Clock clock) {
    return new Store(
        Database.open(Address.parse(jdbcUrl), new CarryOver(), new JoinCopies()), clock);
  }

  /** Postings and their history. */
  public Postings postings() {
    return postings;
  }

  /** Postings that carry warnings. */
  public Warned warned() {
    return warned;
  }

  /** When postings came and went. */
  public Departures departures() {
    return departures;
  }

  /** What is known of postings by those that stand beside them. */
  public Beside beside() {
    return beside;
  }

  /** Lists of reported hosts. */
  public BlockLists blockLists() {
    return blockLists;
  }

  /** What happened to postings, at which revision. */
  public Changes changes() {
    return changes;
  }

  /** How far each follower of the changes has come. */
  public Followers followers() {
    return followers;
  }

  /**
   * Writes a batch, all or nothing. The work may be run again from its start where another process
   * was writing: it must do nothing but ask and tell the store.
   */
  public <T> T write(Function<Writing, T> work) {
    return postings.write(work);
  }

  /** Looks at what people say and what is decided about it. */
  public <T> T statements(Function<Statements, T> look) {
    return database.read(handle -> look.apply(new Statements(handle)));
  }

  /** Looks at what people want to hear of and what they were told. */
  public <T> T alerts(Function<Alerts, T> look) {
    return database.read(handle -> look.apply(new Alerts(handle)));
  }

  /** Changes what people want to hear of or what they were told, all or nothing. */
  public <T> T changeAlerts(Function<Alerts, T> change) {
    return database.write(
        handle -> {
          Alerts alerts = new Alerts(handle);
          T answer = change.apply(alerts);
          alerts.finish();
          return answer;
        });
  }

  /**
   * The same for small changes of many threads at once, which are stored in common transactions: it
   * returns when this one is stored.
   */
  public <T> @Nullable T changeAlertsTogether(Function<Alerts, T> change) {
    return together.change(change);
  }

  /** All reviews of requesters. */
  public AllReviews allReviews() {
    return new AllReviews(database);
  }

  /** What is known of each source's health and schedule. */
  public SourceStates sourceStates() {
    return sourceStates;
  }

  /** One row per run of a source. */
  public Runs runs() {
    return runs;
  }

  /** Who reads which source at the moment. */
  public Leases leases() {
    return leases;
  }

  /** Sources that are not read until somebody says so. */
  public Pauses pauses() {
    return pauses;
  }

  /** Batches that were held back and wait for a person. */
  public HeldRuns heldRuns() {
    return heldRuns;
  }

  public KnownListings knownListings() {
    return knownListings;
  }

  /** Who did what to the instance. */
  public OperatorLog operatorLog() {
    return operatorLog;
  }

  /** Hosts that asked to be left alone. */
  public ParkedHosts parkedHosts() {
    return parkedHosts;
  }

  /** Fetched bodies, kept for a bounded time, and the validators for conditional requests. */
  public Bodies bodies() {
    return bodies;
  }

  /** Who saw which forwarded posting. */
  public Sightings sightings() {
    return sightings;
  }

  /** Forum posts. */
  public ForumPosts forumPosts() {
    return forumPosts;
  }

  /** What other sites say of requesters. */
  public Ratings ratings() {
    return ratings;
  }

  /** Requesters as postings name them. */
  public Requesters requesters() {
    return requesters;
  }

  /** Small facts about the instance. */
  public Meta meta() {
    return meta;
  }

  /** Accounts. */
  public AccountRows accounts() {
    return accounts;
  }

  /** Browsers in which somebody is signed in. */
  public SessionRows sessions() {
    return sessions;
  }

  /** Tokens by which programs act for an account. */
  public TokenRows tokens() {
    return tokens;
  }

  /** Dated rates of exchange. */
  public RateTables rateTables() {
    return rateTables;
  }

  /** What platforms announced of their own end. */
  public Announced announced() {
    return announced;
  }

  /** What each worker did. */
  public WorkRows work() {
    return work;
  }

  /** What accounts did about work that was rejected or not paid. */
  public PursuitRows pursuits() {
    return pursuits;
  }

  /** What workers spent for their work, and what they set aside for tax. */
  public ExpenseRows expenses() {
    return expenses;
  }

  /** How each worker wants her work counted. */
  public WorkSettingRows workSettings() {
    return workSettings;
  }

  /** Timers that run or wait for an answer. */
  public TimerRows timers() {
    return timers;
  }

  /** Files that workers handed in and have not confirmed. */
  public UploadRows uploads() {
    return uploads;
  }

  /** What people sign in with besides passwords. */
  public CredentialRows credentials() {
    return credentials;
  }

  /**
   * Tells one database from another, also from its own restored copy. What is derived from the
   * database (the index) and was made of another generation is to be rebuilt: revisions of two
   * generations say nothing of each other.
   */
  public String generation() {
    return meta.get(Meta.GENERATION)
        .orElseGet(() -> meta.putIfAbsent(Meta.GENERATION, UUID.randomUUID().toString()));
  }

  /**
   * Forgets postings, runs, sources and all that was made of them; what belongs to accounts, and
   * the facts about the instance, stay. It becomes a new {@link #generation()}.
   */
  public void forgetAllButAccounts() {
    database.write(
        handle -> {
          List<String> gone = tables(handle);
          gone.removeAll(Belongings.tables(handle));
          gone.removeAll(ITSELF);
          gone.forEach(table -> handle.execute("delete from " + table));
          return Meta.put(handle, Meta.GENERATION, UUID.randomUUID().toString());
        });
  }

  /** Names the moment at which a revision was the last one. */
  public Landmark landmark(long revision) {
    return new Landmark(generation(), revision, changes.event(revision));
  }

  /**
   * Writes a consistent copy of the whole database to a file that must not exist yet, while reading
   * and writing go on, or where nothing can be written to the database. The file appears only when
   * it is whole.
   *
   * @param jdbcUrl where the database is
   */
  public static void backup(String jdbcUrl, Path file) {
    Backups.write(Address.parse(jdbcUrl), file);
  }

  /**
   * Puts a backup in the place of a database that nobody has open. It becomes a new {@link
   * #generation()}.
   *
   * @param jdbcUrl where the database is to be
   * @param overwrite whether a database that is there already may be replaced
   */
  public static void restore(Path backup, String jdbcUrl, boolean overwrite) {
    Backups.restore(backup, Address.parse(jdbcUrl), overwrite);
  }

  /** Whether another file was put in the place of the open database, or it was taken away. */
  public boolean isExchanged() {
    return database.isExchanged();
  }

  /** Looks through the whole database for damage: seconds for each gigabyte. */
  public Integrity integrity() {
    return Integrity.of(database);
  }

  /** How much is stored, for the status page. */
  public Sizes sizes() {
    return database.read(
        handle -> {
          Map<String, Long> rows = new LinkedHashMap<>();
          for (String table : tables(handle))
            rows.put(table, one(handle, "select count(*) from " + table));
          return new Sizes(rows, bytes(handle));
        });
  }

  /** All tables but those that the database and its migrations keep for themselves. */
  private List<String> tables(Handle handle) {
    String catalogue =
        switch (database.address()) {
          case Address.LocalFile _ ->
              "select name from sqlite_master where type = 'table' and name not like 'sqlite%'";
          case Address.Server _ ->
              "select table_name as name from information_schema.tables"
                  + " where table_schema = current_schema() and table_type = 'BASE TABLE'";
        };
    return new ArrayList<>(
        handle
            .createQuery(
                "select name from ("
                    + catalogue
                    + ") as t where name not like 'flyway%' order by name")
            .mapTo(String.class)
            .list());
  }

  private long bytes(Handle handle) {
    return switch (database.address()) {
      case Address.LocalFile _ ->
          one(handle, "pragma page_count") * one(handle, "pragma page_size");
      case Address.Server _ -> one(handle, "select pg_database_size(current_database())");
    };
  }

  private static long one(Handle handle, String sql) {
    return handle.createQuery(sql).mapTo(Long.class).one();
  }

  /** For tests: what the database itself can be asked. */
  Database database() {
    return database;
  }

  @Override
  public void close() {
    database.close();
  }

  /**
   * How much is stored.
   *
   * @param rows rows of each table
   * @param bytes size of the database
   */
  public record Sizes(Map<String, Long> rows, long bytes) {}
}
