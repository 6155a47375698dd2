package worthwhile.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All definitions below a scrapers folder, read once and then unchanging. */
public final class Sources {
  private Sources() {}

  /**
   * Reads every definition. One that is wrong does not hide the others: it is among {@link
   * #problems()}.
   */
  public static Sources load(Path scrapers) {
    throw new UnsupportedOperationException();
  }

  /** Every source, by id. */
  public List<SourceDefinition> all() {
    throw new UnsupportedOperationException();
  }

  /** The source with this id. */
  public Optional<SourceDefinition> byId(String id) {
    throw new UnsupportedOperationException();
  }

  /**
   * A family as a source of its own, id {@code family:NAME}, for trying it on a page; parameters
   * that are not given are filled with their own names.
   */
  public Optional<SourceDefinition> family(String name, Map<String, String> with) {
    throw new UnsupportedOperationException();
  }

  /** Names of the families. */
  public List<String> families() {
    throw new UnsupportedOperationException();
  }

  /** Every platform card, by id. */
  public List<Platform> platforms() {
    throw new UnsupportedOperationException();
  }

  /** The platform with this id, or the one that took over a platform with this name or alias. */
  public Optional<Platform> platform(String idOrName) {
    throw new UnsupportedOperationException();
  }

  /** What is wrong with definitions, each with file, line, key and the mend. */
  public List<Problem> problems() {
    throw new UnsupportedOperationException();
  }

  /** One mistake in one file. */
  public record Problem(String file, int line, String message) {
    @Override
    public String toString() {
      return file + ":" + line + ": " + message;
    }
  }
}
