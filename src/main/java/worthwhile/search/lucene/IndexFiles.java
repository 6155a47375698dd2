package worthwhile.search.lucene;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The files of the folder {@code index/}, as they stand on the class path. */
final class IndexFiles {
  private IndexFiles() {}

  /** The lines of a file that are neither blank nor a comment. */
  static List<String> lines(String name) {
    try (InputStream in = IndexFiles.class.getResourceAsStream("/index/" + name)) {
      if (in == null)
        throw new IllegalStateException("index/" + name + " is not on the class path");
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("index/" + name + " cannot be read", e);
    }
  }
}
