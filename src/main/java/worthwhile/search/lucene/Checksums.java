package worthwhile.search.lucene;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.FSDirectory;

/** Compares the files of an index, as it was last committed, with the checksums in them. */
final class Checksums {
  private static final int MOST_ATTEMPTS = 5;

  private Checksums() {}

  /** What is wrong with the generation in use; absent if nothing is, or if there is none yet. */
  static Optional<String> mismatch(Path folder) throws IOException {
    for (int attempt = 1; ; attempt++) {
      Path generation = IndexFolder.inUse(folder);
      try {
        if (Files.isDirectory(generation)) read(generation);
        return Optional.empty();
      } catch (AccessDeniedException e) {
        throw e;
      } catch (NoSuchFileException e) { // Replaced by a merge or a rebuild at this very moment.
        if (attempt == MOST_ATTEMPTS) return Optional.of(e + " is missing");
      } catch (IOException | RuntimeException e) {
        return Optional.of(e.toString());
      }
    }
  }

  private static void read(Path generation) throws IOException {
    try (FSDirectory directory = FSDirectory.open(generation)) {
      if (!DirectoryReader.indexExists(directory)) return;
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        for (LeafReaderContext leaf : reader.leaves())
          ((CodecReader) leaf.reader()).checkIntegrity();
      }
    }
  }
}
