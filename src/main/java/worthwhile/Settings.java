package worthwhile;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;
import worthwhile.alert.channel.MailSettings;
import worthwhile.alert.channel.TelegramBot;
import worthwhile.crawl.BlockListReading;
import worthwhile.store.sql.Address;

/**
 * Every setting of an instance and where its value came from: the command line, then a {@code
 * WORTHWHILE_…} variable, then {@code worthwhile.toml}, then the default.
 */
public final class Settings {
  private static final String SQLITE = "jdbc:sqlite:";
  private static final URI CURRENCY_API =
      URI.create(
          "https://cdn.jsdelivr.net/npm/@fawazahmed0/currency-api@latest/v1/currencies/usd.min.json");

  /** What can be set: name, default ({@code ""} for none), and what it means. */
  public enum Key {
    DATA("data", "data", "folder for database, index and secrets"),
    SCRAPERS("scrapers", "", "folder of source definitions; default: beside the program"),
    HOST("host", "127.0.0.1", "address to listen on"),
    PORT("port", "7070", "port to listen on; 0 takes any free one"),
    BASE_URL("base-url", "", "address under which people reach this instance"),
    CONTACT("contact", "", "e-mail or URL of the operator, shown to crawled sites"),
    DATABASE("database", "", "JDBC URL; default: SQLite in the data folder"),
    MAP("map", "", "HOST=URL pairs, separated by blanks: requests for HOST go to URL"),
    DELAY("delay", "", "seconds between requests to mapped hosts; only 0 or more"),
    ON("on", "", "ids of sources to read that are off by default, separated by blanks"),
    AT_ONCE("at-once", "4", "sources crawled at the same time"),
    SIGN_UP("sign-up", "open", "open: people may make themselves an account; closed: they may not"),
    NEW_TASKS_A_DAY(
        "new-tasks-a-day", "500", "tasks that one account may pass on for the first time in a day"),
    TRUSTED_PROXIES(
        "trusted-proxies", "", "addresses of proxies whose X-Forwarded-For is believed, by blanks"),
    METRICS_TOKEN(
        "metrics-token",
        "",
        "with it as bearer others may read /metrics; default: this machine only"),
    SMTP(
        "smtp",
        "",
        "mail server for alerts: smtp://HOST:PORT, smtps://… or starttls://…, with USER:PASSWORD@"
            + " before the host where it asks for them; default: no mail"),
    MAIL_FROM("mail-from", "", "address from which alerts are mailed"),
    BLOCK_LISTS(
        "block-lists",
        "",
        "lists of reported hosts, separated by blanks: NAME|LICENCE|ADDRESS with _ for a blank in"
            + " name and licence, and a file or a page as address; default: none"),
    TELEGRAM_TOKEN(
        "telegram-token",
        "",
        "token of the bot by which alerts go to Telegram, from @BotFather; default: no Telegram"),
    TELEGRAM_API("telegram-api", "https://api.telegram.org", "address of Telegram's Bot API"),
    OPERATOR_MAIL(
        "operator-mail",
        "",
        "your own mailbox: told where alerts do not work, and once a day that mail arrives"),
    KEEP_BODIES("keep-bodies", "14d", "how long fetched bodies are kept"),
    KEEP_RUNS(
        "keep-runs",
        "90d",
        "how long each reading of a source stands in its history; of older days one is kept"),
    KEEP_STEPS(
        "keep-steps",
        "365d",
        "how long it is kept what happened to tasks that are closed; that they were found and"
            + " closed stays"),
    RATES("rates", "daily", "exchange rates: daily fetches them, kept stays with those at hand"),
    WORLD_RATES(
        "world-rates",
        "currency-api",
        "for currencies that the European Central Bank lacks: currency-api, off, or the address of"
            + " a copy of that project's usd.json");

    public final String id;
    final String fallback;
    public final String meaning;

    Key(String id, String fallback, String meaning) {
      this.id = id;
      this.fallback = fallback;
      this.meaning = meaning;
    }

    String variable() {
      return "WORTHWHILE_" + id.toUpperCase(Locale.ROOT).replace('-', '_');
    }
  }

  /** A value and where it came from. */
  public record Value(String text, String origin) {}

  private static final Pattern DAYS = Pattern.compile("([1-9][0-9]{0,3})d");

  private final Map<Key, Value> values = new LinkedHashMap<>();

  private Settings() {}

  /**
   * Reads all settings.
   *
   * @param given what the command line said
   * @param environment the process's variables
   * @param file {@code worthwhile.toml}; it need not exist
   * @throws UsageException naming the file or variable and the mend
   */
  public static Settings read(Map<Key, String> given, Map<String, String> environment, Path file) {
    Map<String, String> fromFile = readFile(file);
    Settings settings = new Settings();
    for (Key key : Key.values()) {
      settings.values.put(key, choose(key, given, environment, fromFile, file));
    }
    settings.check();
    return settings;
  }

  private static Value choose(
      Key key,
      Map<Key, String> given,
      Map<String, String> environment,
      Map<String, String> fromFile,
      Path file) {
    if (given.containsKey(key)) return new Value(given.get(key), "command line");
    String variable = environment.get(key.variable());
    if (variable != null) return new Value(variable, key.variable());
    if (fromFile.containsKey(key.id)) return new Value(fromFile.get(key.id), file.toString());
    return new Value(key.fallback, "default");
  }

  private static Map<String, String> readFile(Path file) {
    if (!Files.exists(file)) return Map.of();
    JsonNode root;
    try {
      root = new TomlMapper().readTree(file.toFile());
    } catch (JacksonException e) {
      throw new UsageException(file + " is not valid TOML: " + e.getOriginalMessage());
    }
    var known = List.of(Key.values()).stream().map(key -> key.id).toList();
    var unknown = new TreeSet<>(root.propertyNames());
    known.forEach(unknown::remove);
    if (!unknown.isEmpty())
      throw new UsageException(
          file + " has unknown settings " + unknown + "; known are " + String.join(", ", known));
    return root.properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> tomlText(entry.getValue())));
  }

  private static String tomlText(JsonNode value) {
    if (!value.isArray()) return value.asString();
    return value.valueStream().map(JsonNode::asString).collect(Collectors.joining(" "));
  }

  private void check() {
    port();
    mappings();
    delay();
    atOnce();
    keepBodies();
    keepRuns();
    keepSteps();
    signUpOpen();
    newTasksADay();
    fetchesRates();
    worldRates();
    trustedProxies();
    metricsToken();
    mail();
    blockLists();
    telegram();
    operatorMail();
  }

  /** Every key with what may be shown of its value, and its origin. */
  public Map<Key, Value> shown() {
    Map<Key, Value> shown = new LinkedHashMap<>(values);
    shown.computeIfPresent(Key.METRICS_TOKEN, (_, value) -> hidden(value));
    shown.computeIfPresent(Key.SMTP, (_, value) -> hidden(value));
    shown.computeIfPresent(Key.TELEGRAM_TOKEN, (_, value) -> hidden(value));
    return shown;
  }

  private static Value hidden(Value secret) {
    return new Value(secret.text().isEmpty() ? "" : "set, not shown", secret.origin());
  }

  /** The same settings for the demo: a folder below the data folder, and its own database in it. */
  Settings ofDemo() {
    Settings settings = new Settings();
    settings.values.putAll(values);
    settings.values.put(Key.DATA, new Value(data().resolve("demo").toString(), "demo"));
    settings.values.put(Key.DATABASE, new Value("", "demo"));
    return settings;
  }

  private Value value(Key key) {
    return Objects.requireNonNull(values.get(key), "each key was given its default at least");
  }

  private Optional<String> text(Key key) {
    String text = value(key).text().strip();
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  public Path data() {
    return Path.of(value(Key.DATA).text());
  }

  /** The given folder, else the one beside the program, else the one in the current folder. */
  public Path scrapers() {
    return text(Key.SCRAPERS)
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("worthwhile.home", "."), "scrapers"));
  }

  String host() {
    return value(Key.HOST).text();
  }

  int port() {
    return number(Key.PORT, 0, 65_535);
  }

  public Optional<String> baseUrl() {
    return text(Key.BASE_URL);
  }

  public Optional<String> contact() {
    return text(Key.CONTACT);
  }

  /** Whether there is a database: a file that exists, or a server. */
  public boolean hasDatabase() {
    return !database().startsWith(SQLITE)
        || Files.exists(Path.of(database().substring(SQLITE.length())));
  }

  /** Whether the database is a file that is there and holds nothing. */
  public boolean isDatabaseEmptyFile() {
    if (!database().startsWith(SQLITE)) return false;
    Path file = Path.of(database().substring(SQLITE.length()));
    return Files.isRegularFile(file) && file.toFile().length() == 0;
  }

  public String database() {
    return text(Key.DATABASE)
        .orElseGet(() -> SQLITE + data().resolve("worthwhile.db").toAbsolutePath());
  }

  /** Where the database is, without what opens it. */
  String place() {
    return Address.parse(database()).place();
  }

  /** Sources that are off by default and that the operator switched on. */
  Set<String> switchedOn() {
    return text(Key.ON).map(all -> Set.of(all.split("\\s+"))).orElse(Set.of());
  }

  public int atOnce() {
    return number(Key.AT_ONCE, 1, 64);
  }

  Duration keepBodies() {
    return days(Key.KEEP_BODIES, 1);
  }

  /** How long each run is kept: longer than any figure looks back. */
  Duration keepRuns() {
    return days(Key.KEEP_RUNS, 45);
  }

  /** How long the steps of closed postings are kept: longer than any figure looks back. */
  Duration keepSteps() {
    return days(Key.KEEP_STEPS, 45);
  }

  private Duration days(Key key, int least) {
    Matcher days = DAYS.matcher(value(key).text());
    if (days.matches() && Integer.parseInt(days.group(1)) >= least)
      return Duration.ofDays(Integer.parseInt(days.group(1)));
    throw wrong(
        key, "must be a number of days such as %s, at least %dd".formatted(key.fallback, least));
  }

  /** Whether people may make themselves an account. */
  boolean signUpOpen() {
    return switch (value(Key.SIGN_UP).text()) {
      case "open" -> true;
      case "closed" -> false;
      default -> throw wrong(Key.SIGN_UP, "must be open or closed");
    };
  }

  /** Tasks that one account's browser may pass on for the first time in a day. */
  int newTasksADay() {
    return number(Key.NEW_TASKS_A_DAY, 1, 100_000);
  }

  /** Whether exchange rates are fetched. */
  public boolean fetchesRates() {
    return switch (value(Key.RATES).text()) {
      case "daily" -> true;
      case "kept" -> false;
      default -> throw wrong(Key.RATES, "must be daily or kept");
    };
  }

  /**
   * Where rates come from that the European Central Bank lacks; absent if they are switched off.
   */
  Optional<URI> worldRates() {
    String text = value(Key.WORLD_RATES).text().strip();
    if (text.equals("off")) return Optional.empty();
    if (text.equals(Key.WORLD_RATES.fallback)) return Optional.of(CURRENCY_API);
    if (text.matches("https?://[\\w.:-]+/[\\w.~/:@%?=&+,-]*")) return Optional.of(URI.create(text));
    throw wrong(
        Key.WORLD_RATES, "must be currency-api, off or an address that begins with https://");
  }

  /** Proxies whose word on the client's address is believed. */
  Set<String> trustedProxies() {
    Set<String> proxies =
        new TreeSet<>(
            text(Key.TRUSTED_PROXIES).map(all -> List.of(all.split("\\s+"))).orElse(List.of()));
    for (String proxy : proxies)
      if (!proxy.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*"))
        throw wrong(Key.TRUSTED_PROXIES, "must be IP addresses such as 127.0.0.1, not " + proxy);
    return proxies;
  }

  /** The token with which others than this machine may read the metrics. */
  Optional<String> metricsToken() {
    Optional<String> token = text(Key.METRICS_TOKEN);
    if (token.isPresent() && !token.get().matches("[\\x21-\\x7E]{16,200}"))
      throw new UsageException(
          Key.METRICS_TOKEN.id
              + " (from "
              + value(Key.METRICS_TOKEN).origin()
              + ") must be 16 to 200 letters, digits and signs without blanks, such as openssl rand"
              + " -hex 20 makes");
    return token;
  }

  /** How mail is sent; absent if it is not. */
  Optional<MailSettings> mail() {
    if (text(Key.SMTP).isEmpty()) return Optional.empty();
    String from =
        text(Key.MAIL_FROM)
            .filter(address -> address.matches("[^\\s@<>]+@[^\\s@<>]+"))
            .orElseThrow(
                () ->
                    new UsageException(
                        "smtp is set, so mail-from must be an address such as"
                            + " alerts@example.org"));
    Optional<MailSettings> mail = MailSettings.parse(text(Key.SMTP).get(), from);
    if (mail.isEmpty())
      throw new UsageException(
          "smtp (from "
              + value(Key.SMTP).origin()
              + ") must be such as smtp://localhost:25 or starttls://USER:PASSWORD@HOST:587");
    return mail;
  }

  /** Lists of reported hosts that are asked. */
  List<BlockListReading.Wanted> blockLists() {
    return text(Key.BLOCK_LISTS).stream()
        .flatMap(all -> Stream.of(all.split("\\s+")))
        .map(this::blockList)
        .toList();
  }

  private BlockListReading.Wanted blockList(String text) {
    String[] parts = text.split("\\|", -1);
    if (parts.length != 3 || !text.matches("[^|]+\\|[^|]+\\|[^|]+"))
      throw wrong(
          Key.BLOCK_LISTS,
          "must look like Phishing_list|CC0|https://lists.example/hosts.txt, not " + text);
    return new BlockListReading.Wanted(
        parts[0].replace('_', ' '), parts[1].replace('_', ' '), parts[2]);
  }

  /**
   * Where a push service reaches the operator: the site, else the address of its mail, else the
   * contact; a name that says nothing where none of them is set.
   */
  String pushContact() {
    return Stream.of(baseUrl(), text(Key.MAIL_FROM), contact())
        .flatMap(Optional::stream)
        .map(text -> text.matches("[^:/]+@[^:/]+") ? "mailto:" + text : text)
        .filter(text -> text.matches("(mailto:|https://)[^\\s\"\\\\<>]+"))
        .findFirst()
        .orElse("mailto:operator@localhost");
  }

  /** The bot by which alerts go to Telegram; absent if there is none. */
  Optional<TelegramBot> telegram() {
    String api = text(Key.TELEGRAM_API).orElse("");
    if (!api.matches("https?://[^/?#@\\s]+(?:/[^?#\\s]*)?"))
      throw wrong(Key.TELEGRAM_API, "must be such as https://api.telegram.org, not " + api);
    try {
      return text(Key.TELEGRAM_TOKEN).map(token -> new TelegramBot(URI.create(api), token));
    } catch (IllegalArgumentException notOne) {
      throw new UsageException(
          Key.TELEGRAM_TOKEN.id
              + " (from "
              + value(Key.TELEGRAM_TOKEN).origin()
              + ") must be such as @BotFather gives: 123456789:ABC…");
    }
  }

  /** Where the operator is told what is wrong with alerts; absent if she is not told by mail. */
  Optional<String> operatorMail() {
    Optional<String> mailbox = text(Key.OPERATOR_MAIL);
    if (mailbox.filter(address -> !address.matches("[^\\s@<>]+@[^\\s@<>]+")).isPresent())
      throw wrong(Key.OPERATOR_MAIL, "must be an address such as me@example.org");
    if (mailbox.isPresent() && text(Key.SMTP).isEmpty())
      throw wrong(Key.OPERATOR_MAIL, "needs smtp and mail-from, by which mail is sent");
    return mailbox;
  }

  /** Host by host where requests go instead. */
  Map<String, URI> mappings() {
    Map<String, URI> mappings = new LinkedHashMap<>();
    for (String pair : text(Key.MAP).map(all -> all.split("\\s+")).orElse(new String[0])) {
      int at = pair.indexOf('=');
      if (at < 1 || !pair.substring(at + 1).matches("https?://[^/?#]+/?"))
        throw wrong(Key.MAP, "must look like HOST=http://127.0.0.1:8089, not " + pair);
      mappings.put(
          pair.substring(0, at).toLowerCase(Locale.ROOT), URI.create(pair.substring(at + 1)));
    }
    return mappings;
  }

  /** The delay for mapped hosts; absent if the sources' own delays hold. */
  Optional<Duration> delay() {
    return text(Key.DELAY)
        .map(
            text -> {
              if (text.matches("[0-9]{1,4}")) return Duration.ofSeconds(Long.parseLong(text));
              throw wrong(Key.DELAY, "must be whole seconds, 0 or more");
            });
  }

  /** Whether only this machine can reach the instance. */
  public boolean loopbackOnly() {
    return host().equals("localhost") || host().startsWith("127.") || host().equals("::1");
  }

  private int number(Key key, int least, int most) {
    String text = value(key).text();
    if (text.matches("[0-9]{1,6}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) return number;
    }
    throw wrong(key, "must be a whole number from " + least + " to " + most);
  }

  private UsageException wrong(Key key, String why) {
    Value value = value(key);
    return new UsageException(
        "%s \"%s\" (from %s) %s".formatted(key.id, value.text(), value.origin(), why));
  }
}
