package worthwhile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that every command understands. */
public final class Common {
  /** The settings file that may be missing. */
  private static final Path USUAL = Path.of("worthwhile.toml");

  @Option(names = "--data", paramLabel = "DIR", description = "folder for database and index")
  private @Nullable String data;

  @Option(names = "--scrapers", paramLabel = "DIR", description = "folder of source definitions")
  private @Nullable String scrapers;

  @Option(
      names = "--demo",
      negatable = true,
      description = "the demo's folder below --data (--no-demo: not that, though a demo runs)")
  private @Nullable Boolean demo;

  @Option(names = "--json", description = "JSON Lines on standard output")
  private boolean json;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "settings file (default: ${DEFAULT-VALUE})",
      defaultValue = "worthwhile.toml")
  private Path config;

  public boolean json() {
    return json;
  }

  /** Whether the demo is meant. */
  public boolean isDemo() {
    return demo != null && demo;
  }

  /**
   * All settings, with what other options of the command add.
   *
   * @throws UsageException also where a demo runs and it is not said which database is meant
   */
  public Settings settings(Map<Settings.Key, String> more) {
    Settings settings = anySettings(more);
    if (demo == null) requireNoDemo(settings);
    return settings;
  }

  /**
   * Typed beside a running demo, a command that changes another database would seem to do nothing.
   */
  private static void requireNoDemo(Settings settings) {
    Settings ofDemo = settings.ofDemo();
    if (CheckTimes.served(ofDemo.data()).isEmpty()
        || CheckTimes.served(settings.data()).isPresent()) return;
    throw new UsageException(
        "A demo runs here, and its database is %s; this command would use %s. Add --demo if the demo's is meant, --no-demo if not."
            .formatted(ofDemo.place(), settings.place()));
  }

  /** The settings of a command that a demo beside it cannot lead astray: no demo refuses it. */
  public Settings anySettings(Map<Settings.Key, String> more) {
    if (!config.equals(USUAL) && !Files.isRegularFile(config))
      throw new UsageException("There is no settings file " + config);
    Map<Settings.Key, String> given = new EnumMap<>(Settings.Key.class);
    given.putAll(more);
    if (data != null) given.put(Settings.Key.DATA, data);
    if (scrapers != null) given.put(Settings.Key.SCRAPERS, scrapers);
    Settings settings = Settings.read(given, System.getenv(), config);
    return isDemo() ? settings.ofDemo() : settings;
  }

  public Settings settings() {
    return settings(Map.of());
  }

  /** Settings of commands that need no database. */
  public Settings anySettings() {
    return anySettings(Map.of());
  }

  /** Options of the commands that send requests to sources. */
  public static final class Network {
    @Option(
        names = "--map",
        paramLabel = "HOST=URL",
        description = "send every request for HOST to URL instead (repeatable)")
    private List<String> map = new ArrayList<>();

    @Option(
        names = "--delay",
        paramLabel = "SECONDS",
        description = "pause between requests to mapped hosts; 0 is allowed")
    private @Nullable String delay;

    @Option(names = "--contact", description = "e-mail or URL of the operator, shown to sources")
    private @Nullable String contact;

    public Map<Settings.Key, String> given() {
      Map<Settings.Key, String> given = new EnumMap<>(Settings.Key.class);
      if (!map.isEmpty()) given.put(Settings.Key.MAP, String.join(" ", map));
      if (delay != null) given.put(Settings.Key.DELAY, delay);
      if (contact != null) given.put(Settings.Key.CONTACT, contact);
      return given;
    }
  }
}
