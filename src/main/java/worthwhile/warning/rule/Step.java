package worthwhile.warning.rule;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** A part of a pattern by the numbers of its words, to be held against the words of a text. */
final class Step {
  private static final int NO_GAP = -1;
  private static final int FEW = 8;

  private final int gap;
  private final boolean optional;
  private final int kinds;
  private final int[] words;
  private final int[] beginnings;

  /** Of a part whose words the vocabulary knows. */
  Step(Part part, PatternWords vocabulary) {
    switch (part) {
      case Part.Gap(int most) -> {
        gap = most;
        optional = false;
        kinds = 0;
        words = new int[0];
        beginnings = new int[0];
      }
      case Part.OneOf one -> {
        gap = NO_GAP;
        optional = one.optional();
        kinds = one.kinds().stream().mapToInt(kind -> 1 << kind.ordinal()).sum();
        words = one.words().stream().mapToInt(vocabulary::word).sorted().toArray();
        beginnings = numbers(one.beginnings(), vocabulary);
      }
    }
  }

  private static int[] numbers(Collection<String> beginnings, PatternWords vocabulary) {
    return beginnings.stream().mapToInt(vocabulary::beginning).sorted().toArray();
  }

  /** The steps of a pattern. */
  static List<Step> all(List<Part> parts, PatternWords vocabulary) {
    return parts.stream().map(part -> new Step(part, vocabulary)).toList();
  }

  boolean isGap() {
    return gap != NO_GAP;
  }

  /** How many words a gap may hold at most. */
  int gap() {
    return gap;
  }

  /** Whether it may be left out. */
  boolean optional() {
    return optional;
  }

  boolean fits(Kind kind) {
    return (kinds & 1 << kind.ordinal()) != 0;
  }

  boolean fitsWord(int word) {
    return isAmong(words, word);
  }

  boolean fitsBeginning(int beginning) {
    return isAmong(beginnings, beginning);
  }

  /** Most parts have few words, which are looked through faster than searched. */
  private static boolean isAmong(int[] sorted, int number) {
    if (sorted.length > FEW) return Arrays.binarySearch(sorted, number) >= 0;
    for (int each : sorted) if (each == number) return true;
    return false;
  }
}
