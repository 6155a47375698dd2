package worthwhile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Reads real recordings for tests, and says at the end of all tests how many different ones were
 * read: a run that silently read none would prove nothing about real input.
 */
public final class Recordings implements TestExecutionListener {
  private static final Set<Path> READ = ConcurrentHashMap.newKeySet();

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
  public void testPlanExecutionFinished(TestPlan plan) {
    String folder = System.getProperty("worthwhile.samples", "");
    System.out.println(
        folder.isEmpty()
            ? "Real recordings read: none, because worthwhile.samples is not set"
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
