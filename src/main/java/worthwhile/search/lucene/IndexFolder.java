package worthwhile.search.lucene;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NativeFSLockFactory;
import worthwhile.store.sql.Folders;

/**
 * The folder of the index: generations of it in folders of their own ({@code 1}, {@code 2}, …), and
 * a file {@code current} that names the one in use. A rebuild writes the next generation and then
 * replaces that file in one step, so that whatever moment the process dies at, one whole generation
 * is in use; the others are leftovers and go when the folder is opened.
 */
final class IndexFolder implements AutoCloseable {
  private static final String CURRENT = "current";
  private static final int MOST_ATTEMPTS = 5;

  private final Path folder;
  private final FSDirectory directory;
  private final Lock lock;

  private IndexFolder(Path folder, FSDirectory directory, Lock lock) {
    this.folder = folder;
    this.directory = directory;
    this.lock = lock;
  }

  /** Takes the folder for this process alone. */
  static IndexFolder open(Path folder) throws IOException {
    Files.createDirectories(folder);
    FSDirectory directory = FSDirectory.open(folder, NativeFSLockFactory.INSTANCE);
    try {
      IndexFolder opened = new IndexFolder(folder, directory, directory.obtainLock("in-use.lock"));
      opened.removeLeftovers();
      return opened;
    } catch (LockObtainFailedException e) {
      directory.close();
      throw new IndexInUse(folder, e);
    }
  }

  /**
   * Copies the generation in use, as it was last committed, while another process goes on writing
   * it. Where the file system can, nothing is copied but names: Lucene never changes a file.
   */
  static void copy(Path folder, Path into) throws IOException {
    for (int attempt = 1; ; attempt++) {
      Folders.remove(into);
      try {
        long number = current(folder);
        Path target = Files.createDirectories(into.resolve(Long.toString(number)));
        Files.writeString(into.resolve(CURRENT), number + "\n", StandardCharsets.UTF_8);
        copyFiles(folder.resolve(Long.toString(number)), target);
        return;
      } catch (NoSuchFileException e) { // Replaced by a merge or a rebuild at this very moment.
        if (attempt == MOST_ATTEMPTS) throw e;
      }
    }
  }

  private static void copyFiles(Path generation, Path target) throws IOException {
    try (Stream<Path> files = Files.list(generation)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (!name.equals(IndexWriter.WRITE_LOCK_NAME)) linkOrCopy(file, target.resolve(name));
      }
    }
  }

  private static void linkOrCopy(Path file, Path copy) throws IOException {
    try {
      Files.createLink(copy, file);
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.copy(file, copy);
    }
  }

  /** Number of the generation in use. */
  long current() throws IOException {
    return current(folder);
  }

  private static long current(Path folder) throws IOException {
    Path pointer = folder.resolve(CURRENT);
    if (!Files.exists(pointer)) return 1;
    String text = Files.readString(pointer, StandardCharsets.UTF_8).strip();
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 1;
  }

  /** Folder of the generation in use; it need not be there. */
  static Path inUse(Path folder) throws IOException {
    return folder.resolve(Long.toString(current(folder)));
  }

  Path path() {
    return folder;
  }

  /** Folder of a generation. */
  Path generation(long number) {
    return folder.resolve(Long.toString(number));
  }

  /** Bytes of the generation in use; a file that goes meanwhile counts for nothing. */
  long bytes() throws IOException {
    Path current = inUse(folder);
    if (!Files.isDirectory(current)) return 0;
    try (Stream<Path> files = Files.list(current)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  /** Puts a generation, complete on disk, in use. */
  void use(long number) throws IOException {
    Path next = folder.resolve("current.new");
    Files.writeString(next, number + "\n", StandardCharsets.UTF_8);
    directory.sync(List.of("current.new"));
    Files.move(
        next,
        folder.resolve(CURRENT),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    directory.syncMetaData();
  }

  /** Deletes every generation but the one in use. */
  void removeLeftovers() throws IOException {
    Path current = generation(current());
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.toList())
        if (entry.getFileName().toString().matches("[0-9]+") && !entry.equals(current))
          Folders.remove(entry);
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
    directory.close();
  }
}
