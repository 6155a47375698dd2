package worthwhile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.toml.TomlMapper;
import worthwhile.fetch.Secrets;

/**
 * The operator's keys by name: from the environment, else from {@code secrets.toml} in the data
 * folder. Values are never printed.
 */
public final class SecretsFile implements Secrets {
  private final Map<String, String> environment;
  private final Map<String, String> file;

  private SecretsFile(Map<String, String> environment, Map<String, String> file) {
    this.environment = environment;
    this.file = file;
  }

  /**
   * Reads the file if there is one.
   *
   * @throws UsageException if it is not valid TOML; the message holds nothing of its content
   */
  static SecretsFile read(Path data, Map<String, String> environment) {
    Path path = data.resolve("secrets.toml");
    Map<String, String> values = new HashMap<>();
    if (Files.exists(path)) {
      try {
        new TomlMapper()
            .readTree(path.toFile())
            .forEachEntry((name, value) -> values.put(name, value.asString("")));
      } catch (JacksonException e) {
        throw new UsageException(
            path + " is not valid TOML: one NAME = \"value\" a line is wanted");
      }
    }
    return new SecretsFile(environment, values);
  }

  /** The value of a secret; absent if neither place has it. */
  @Override
  public Optional<String> secret(String name) {
    String value = environment.getOrDefault(name, file.get(name));
    return value == null || value.isBlank() ? Optional.empty() : Optional.of(value.strip());
  }

  public boolean has(String name) {
    return secret(name).isPresent();
  }
}
