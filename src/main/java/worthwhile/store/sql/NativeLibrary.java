package worthwhile.store.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;

/**
 * SQLite's native library, which its driver unpacks from its own file. It lies beside the database,
 * in {@code native/} and there in a folder for this driver and machine, unpacked once: the driver
 * alone would unpack it in each process, and compare it with its own byte by byte.
 */
final class NativeLibrary {
  private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);
  private static final String UNPACK_TO = "org.sqlite.tmpdir";
  private static final String LOAD_FROM = "org.sqlite.lib.path";
  private static final String FOLDER = "native";

  private NativeLibrary() {}

  /**
   * Loads the library from beside this database, unpacked there before if it is not there or cannot
   * be loaded, and sees that what others left there goes. Where one cannot write there, the driver
   * goes on using the folder for temporary files.
   */
  static synchronized void loadBeside(Path database) {
    if (System.getProperty(UNPACK_TO) != null) return;
    Path all = database.toAbsolutePath().resolveSibling(FOLDER);
    Path kept = all.resolve(name());
    Path own = all.resolve(Long.toString(ProcessHandle.current().pid()));
    try {
      Files.createDirectories(all);
      for (Path each : children(all)) if (isLeftOver(each, kept, own)) Folders.remove(each);
      Files.createDirectories(own);
      System.setProperty(UNPACK_TO, own.toString());
      System.setProperty(LOAD_FROM, kept.toString());
      load(own, kept);
    } catch (IOException e) {
      LOG.debug("SQLite's library is not unpacked beside {}", database, e);
    }
  }

  /** A driver takes only its own library, and that only for one kind of machine. */
  private static String name() {
    return "sqlite-%s-%s-%s"
        .formatted(
            SQLiteJDBCLoader.getVersion(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"))
        .replaceAll("[^A-Za-z0-9._-]", "_");
  }

  private static String library() {
    return System.mapLibraryName("sqlitejdbc");
  }

  /**
   * Lets the driver load what is kept. Where it had to unpack its own, a copy is kept for those
   * that come later; it is there whole or not at all.
   */
  private static void load(Path own, Path kept) throws IOException {
    try {
      SQLiteJDBCLoader.initialize();
    } catch (Exception e) { // so the driver declares it; the first connection says it again
      throw new IOException("the library could not be loaded", e);
    }
    Optional<Path> unpacked =
        children(own).stream().filter(file -> file.toString().endsWith(library())).findFirst();
    if (unpacked.isEmpty()) {
      Folders.remove(own);
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> removeAtEnd(own), "native-library"));
    Path whole = Files.copy(unpacked.get(), own.resolve("whole"));
    Files.createDirectories(kept);
    Files.move(whole, kept.resolve(library()), StandardCopyOption.ATOMIC_MOVE);
  }

  private static List<Path> children(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.toList();
    }
  }

  /** Of a process that is over, also one that had our number, or of another driver. */
  private static boolean isLeftOver(Path folder, Path kept, Path own) {
    String name = folder.getFileName().toString();
    return folder.equals(own)
        || (name.startsWith("sqlite-") && !folder.equals(kept))
        || (name.matches("[0-9]{1,18}") && ProcessHandle.of(Long.parseLong(name)).isEmpty());
  }

  /** On systems that hold a loaded library's file, the next start deletes it. */
  private static void removeAtEnd(Path own) {
    try {
      Folders.remove(own);
    } catch (IOException e) {
      LOG.debug("{} goes with the next start", own, e);
    }
  }
}
