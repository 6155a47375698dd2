package worthwhile.warning.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a label of a domain is put together of.
 *
 * @param names whose names are in it
 * @param whole whether the first of them stands between hyphens, not glued to another word
 * @param slip whether it is misspelled, or written with letters that look alike
 * @param counts how many words of each sort it has beside the names
 */
record LabelWords(List<KnownName> names, boolean whole, boolean slip, Map<Sort, Integer> counts) {
  /** What a word tells. */
  enum Sort {
    JOB,
    LURE,
    NEUTRAL,
    INNOCENT,
    NUMBER,
    OTHER
  }

  private static final Map<String, Sort> SORTS = sorts();
  private static final int LONGEST_GLUED = 20;
  private static final int SHORTEST_GLUED_NAME = 4;

  private static Map<String, Sort> sorts() {
    Map<String, Sort> sorts = new HashMap<>();
    WordTable.byHead("words.txt")
        .forEach(
            (head, words) ->
                words.forEach(
                    word -> sorts.putIfAbsent(word, Sort.valueOf(head.toUpperCase(Locale.ROOT)))));
    return Map.copyOf(sorts);
  }

  int count(Sort sort) {
    return counts.getOrDefault(sort, 0);
  }

  Optional<KnownName> name() {
    return names.stream().findFirst();
  }

  /** Takes a label apart at its hyphens, and what is glued at the words that are known. */
  static LabelWords of(String label, KnownNames known) {
    var reading = new Reading(known);
    for (String part : label.split("[-_]+")) if (!part.isEmpty()) reading.part(part);
    return new LabelWords(
        List.copyOf(reading.names), reading.whole, reading.slip, Map.copyOf(reading.counts));
  }

  static Optional<Sort> sort(String word) {
    return Optional.ofNullable(SORTS.get(word));
  }

  private static final class Reading {
    private final KnownNames known;
    private final List<KnownName> names = new ArrayList<>();
    private final Map<Sort, Integer> counts = new HashMap<>();
    private boolean whole;
    private boolean slip;

    Reading(KnownNames known) {
      this.known = known;
    }

    void part(String part) {
      Optional<KnownName> exact = known.exact(part);
      if (exact.isPresent()) name(exact.get(), true);
      else if (SORTS.containsKey(part)) count(SORTS.get(part));
      else if (part.chars().allMatch(Character::isDigit))
        count(part.length() >= 4 ? Sort.NUMBER : Sort.NEUTRAL);
      else if (!glued(part)) unknown(part);
    }

    private void unknown(String part) {
      Optional<KnownName> near = known.alike(part).or(() -> known.misspelled(part));
      if (near.isPresent()) {
        slip = true;
        name(near.get(), true);
      } else count(part.length() <= 3 ? Sort.NEUTRAL : Sort.OTHER);
    }

    private void name(KnownName name, boolean alone) {
      if (names.isEmpty()) whole = alone;
      names.add(name);
    }

    private void count(Sort sort) {
      counts.merge(sort, 1, Integer::sum);
    }

    /** Reads a part as known words without a gap, as few as will do. */
    private boolean glued(String part) {
      int[] fewest = new int[part.length() + 1];
      int[] from = new int[part.length() + 1];
      for (int end = 1; end <= part.length(); end++) {
        fewest[end] = Integer.MAX_VALUE;
        for (int start = Math.max(0, end - LONGEST_GLUED); start < end; start++)
          if (fewest[start] < fewest[end] - 1 && isWord(part.substring(start, end))) {
            fewest[end] = fewest[start] + 1;
            from[end] = start;
          }
      }
      if (fewest[part.length()] == Integer.MAX_VALUE) return false;
      List<String> words = new ArrayList<>();
      for (int end = part.length(); end > 0; end = from[end])
        words.addFirst(part.substring(from[end], end));
      words.forEach(this::gluedWord);
      return true;
    }

    private boolean isWord(String piece) {
      if (piece.length() == 1) return Character.isDigit(piece.charAt(0));
      if (piece.length() > 2 && SORTS.containsKey(piece)) return true;
      return piece.length() >= SHORTEST_GLUED_NAME && known.exact(piece).isPresent();
    }

    private void gluedWord(String word) {
      Optional<KnownName> name =
          word.length() < SHORTEST_GLUED_NAME ? Optional.empty() : known.exact(word);
      name.ifPresentOrElse(
          found -> name(found, false), () -> count(SORTS.getOrDefault(word, Sort.NEUTRAL)));
    }
  }
}
