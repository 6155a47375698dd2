package worthwhile.warning.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A pattern of words: {@code top up ... account}.
 *
 * <p>{@code a|b} is either word, {@code like*} a word that begins so, {@code a_b} two words where
 * one stands, {@code word?} one that may be left out, {@code ...} up to four words and {@code ..9}
 * up to nine within a sentence, <code>{list}</code> any of a list, {@code <money>} a piece of that
 * {@link Kind}. Chinese characters are words of their own.
 *
 * @param cue what it is a pattern of
 */
record Phrase(Cue cue, List<Part> parts) {
  private static final int USUAL_GAP = 4;

  Phrase {
    parts = List.copyOf(parts);
    if (parts.isEmpty() || !(parts.getFirst() instanceof Part.OneOf first) || first.optional())
      throw new IllegalArgumentException("a pattern of " + cue.name() + " must begin with a word");
  }

  Part.OneOf first() {
    return (Part.OneOf) parts.getFirst();
  }

  /**
   * The patterns that a line stands for: one for each of its alternatives of several words.
   *
   * @throws IllegalArgumentException if a list is not known or a pattern begins with a gap
   */
  static List<Phrase> read(Cue cue, String line, Map<String, List<String>> lists) {
    List<List<Part>> all = List.of(List.of());
    for (String part : line.strip().split("\\s+")) {
      List<List<Part>> ways = ways(part, lists);
      List<List<Part>> longer = new ArrayList<>();
      for (List<Part> before : all)
        for (List<Part> way : ways) {
          List<Part> parts = new ArrayList<>(before);
          parts.addAll(way);
          longer.add(parts);
        }
      all = longer;
    }
    return all.stream().map(parts -> new Phrase(cue, parts)).toList();
  }

  private static List<List<Part>> ways(String part, Map<String, List<String>> lists) {
    if (part.equals("...")) return List.of(List.of(new Part.Gap(USUAL_GAP)));
    if (part.startsWith("..")) {
      return List.of(List.of(new Part.Gap(Integer.parseInt(part.substring(2)))));
    }
    boolean optional = part.endsWith("?");
    List<String> single = new ArrayList<>();
    List<List<Part>> ways = new ArrayList<>();
    for (String one : alternatives(optional ? part.substring(0, part.length() - 1) : part, lists)) {
      List<String> words = one.startsWith("<") ? List.of(one) : words(one);
      if (words.size() == 1) single.add(words.getFirst());
      else
        ways.add(
            words.stream().map(word -> (Part) Part.OneOf.of(List.of(word), optional)).toList());
    }
    if (!single.isEmpty()) ways.add(List.of(Part.OneOf.of(single, optional)));
    return ways;
  }

  private static List<String> alternatives(String part, Map<String, List<String>> lists) {
    List<String> all = new ArrayList<>();
    for (String one : part.split("\\|")) {
      if (!one.startsWith("{")) {
        all.add(one);
        continue;
      }
      List<String> list = lists.get(one.substring(1, one.length() - 1));
      if (list == null) throw new IllegalArgumentException("there is no list " + one);
      list.forEach(each -> all.addAll(alternatives(each, lists)));
    }
    return all;
  }

  /** In plain letters; each Chinese character is a word. */
  private static List<String> words(String alternative) {
    return Arrays.stream(Characters.apart(PlainLetters.of(alternative)).split("[_\\s]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
