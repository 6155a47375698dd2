package worthwhile.warning.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The tables that stand in files beside this package. */
final class WordTable {
  private WordTable() {}

  /** The lines of a file, without blank ones and remarks. */
  static List<String> lines(String file) {
    try (InputStream in = WordTable.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words of lines that begin with a head, {@code head: word word}, by their head. */
  static Map<String, Set<String>> byHead(String file) {
    Map<String, Set<String>> byHead = new HashMap<>();
    for (String line : lines(file)) {
      int colon = line.indexOf(':');
      byHead
          .computeIfAbsent(line.substring(0, colon), _ -> new HashSet<>())
          .addAll(words(line.substring(colon + 1)));
    }
    return byHead;
  }

  /** The words below a head that the file is known to have. */
  static Set<String> words(Map<String, Set<String>> byHead, String head) {
    return Objects.requireNonNull(byHead.get(head), () -> "the table lacks its head " + head);
  }

  /** The words of a line. */
  static List<String> words(String line) {
    return List.of(line.strip().split(" +"));
  }
}
