package worthwhile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Options that every command understands. */
public final class Common {
  /** The settings file that may be missing. */
  private static final Path USUAL = Path.of("worthwhile.toml");

  @Option(names = "--data", paramLabel = "DIR", description = "folder for database and index")
  private String data;

  @Option(names = "--scrapers", paramLabel = "DIR", description = "folder of source definitions")
  private String scrapers;

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

  /** All settings, with what other options of the command add. */
  public Settings settings(Map<Settings.Key, String> more) {
    if (!config.equals(USUAL) && !Files.isRegularFile(config))
      throw new UsageException("There is no settings file " + config);
    Map<Settings.Key, String> given = new EnumMap<>(Settings.Key.class);
    given.putAll(more);
    if (data != null) given.put(Settings.Key.DATA, data);
    if (scrapers != null) given.put(Settings.Key.SCRAPERS, scrapers);
    return Settings.read(given, System.getenv(), config);
  }

  public Settings settings() {
    return settings(Map.of());
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
    private String delay;

    @Option(names = "--contact", description = "e-mail or URL of the operator, shown to sources")
    private String contact;

    public Map<Settings.Key, String> given() {
      Map<Settings.Key, String> given = new EnumMap<>(Settings.Key.class);
      if (!map.isEmpty()) given.put(Settings.Key.MAP, String.join(" ", map));
      if (delay != null) given.put(Settings.Key.DELAY, delay);
      if (contact != null) given.put(Settings.Key.CONTACT, contact);
      return given;
    }
  }
}
