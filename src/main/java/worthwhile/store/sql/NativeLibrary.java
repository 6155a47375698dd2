package worthwhile.store.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SQLite's native library, which its driver unpacks from its own file. It lies beside the database,
 * in {@code native/} and there in a folder for each process: one that was killed cannot delete it,
 * and the next one knows by its number that nobody needs it.
 */
final class NativeLibrary {
  private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);
  private static final String WHERE = "org.sqlite.tmpdir";
  private static final String FOLDER = "native";

  private NativeLibrary() {}

  /**
   * Sees that the library is unpacked beside this database and that what others left there goes.
   * Where one cannot write there, the driver goes on using the folder for temporary files.
   */
  static synchronized void unpackBeside(Path database) {
    if (System.getProperty(WHERE) != null) return;
    Path all = database.resolveSibling(FOLDER);
    Path own = all.resolve(Long.toString(ProcessHandle.current().pid()));
    try {
      Files.createDirectories(all);
      for (Path each : children(all)) if (isLeftOver(each, own)) remove(each);
      Files.createDirectories(own);
      System.setProperty(WHERE, own.toString());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> removeAtEnd(own), "native-library"));
    } catch (IOException e) {
      LOG.debug("SQLite's library is not unpacked beside {}", database, e);
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.toList();
    }
  }

  private static boolean isLeftOver(Path folder, Path own) {
    String name = folder.getFileName().toString();
    return folder.equals(own)
        || (name.matches("[0-9]{1,18}") && ProcessHandle.of(Long.parseLong(name)).isEmpty());
  }

  private static void remove(Path tree) throws IOException {
    if (!Files.exists(tree)) return;
    try (var entries = Files.walk(tree)) {
      for (Path entry : entries.sorted(Comparator.reverseOrder()).toList())
        Files.deleteIfExists(entry);
    }
  }

  /** On systems that hold a loaded library's file, the next start deletes it. */
  private static void removeAtEnd(Path own) {
    try {
      remove(own);
    } catch (IOException e) {
      LOG.debug("{} goes with the next start", own, e);
    }
  }
}
