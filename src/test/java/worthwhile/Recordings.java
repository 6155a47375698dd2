package worthwhile;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Reads real recordings for tests, and says at the end of all tests how many different ones were
 * read: a run that silently read none would prove nothing about real input.
 */
public final class Recordings implements TestExecutionListener {
  private static final String PROPERTY = "worthwhile.samples";
  private static final String NONE = "no recordings: set -D" + PROPERTY;
  private static final Set<Path> READ = ConcurrentHashMap.newKeySet();

  private final Set<String> skipped = new ConcurrentSkipListSet<>();

  /** The folder with the recordings; a test that asks for it without one is skipped. */
  public static Path folder() {
    String folder = System.getProperty(PROPERTY, "");
    assumeThat(folder).as(NONE).isNotEmpty();
    return Path.of(folder);
  }

  /** The recording's bytes. */
  public static byte[] bytes(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    READ.add(file.toRealPath());
    return bytes;
  }

  /** The recording as text. */
  public static String text(Path file, Charset charset) throws IOException {
    return new String(bytes(file), charset);
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    boolean lacking =
        result.getThrowable().map(Throwable::getMessage).filter(m -> m.contains(NONE)).isPresent();
    if (lacking) test.getSource().map(Recordings::className).ifPresent(skipped::add);
  }

  private static String className(TestSource source) {
    String name =
        switch (source) {
          case MethodSource method -> method.getClassName();
          case ClassSource type -> type.getClassName();
          default -> source.toString();
        };
    return name.substring(name.lastIndexOf('.') + 1);
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    String folder = System.getProperty(PROPERTY, "");
    if (!skipped.isEmpty())
      System.out.println("skipped: " + String.join(", ", skipped) + " (" + NONE + ")");
    System.out.println(
        folder.isEmpty()
            ? "Real recordings read: none, because " + PROPERTY + " is not set"
            : "Real recordings read: " + READ.size() + " of " + given(Path.of(folder)));
  }

  private static long given(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
