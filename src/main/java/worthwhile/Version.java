package worthwhile;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Version of the program, as packaged. */
public final class Version {
  private static final Logger LOG = LoggerFactory.getLogger(Version.class);
  private static final String BUILD = ofPackage();

  private Version() {}

  /** Such as {@code 0.1.0}; {@code development} where the classes were not packaged. */
  public static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /**
   * Tells this build from every other one: what one build worked out another one may see otherwise.
   * Classes that were not packaged are another build in every process.
   */
  public static String build() {
    return BUILD;
  }

  private static String ofPackage() {
    CodeSource from = Version.class.getProtectionDomain().getCodeSource();
    return ofPackage(from == null ? null : from.getLocation());
  }

  /**
   * As {@link #build()}, of a package there.
   *
   * @param place null where the JVM cannot tell, as of classes that it noted before their folder
   *     was moved
   */
  static String ofPackage(@Nullable URL place) {
    try {
      Path archive = place == null ? Path.of("") : Path.of(place.toURI());
      if (Files.isRegularFile(archive))
        return text() + "-" + Files.size(archive) + "-" + Files.getLastModifiedTime(archive);
    } catch (IOException | URISyntaxException e) {
      LOG.warn(
          "The package cannot be looked at ({}), so this process reads every source anew; let it read {}",
          e.getMessage(),
          place);
    }
    return text() + "-" + UUID.randomUUID();
  }
}
