package worthwhile.warning.rule;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One part of a pattern. */
sealed interface Part {
  /** Up to so many words, whatever they are. */
  record Gap(int most) implements Part {}

  /**
   * One word.
   *
   * @param words any of these, or
   * @param beginnings one that begins so, or
   * @param kinds a piece of one of these kinds
   * @param optional whether it may be left out
   */
  record OneOf(Set<String> words, List<String> beginnings, Set<Kind> kinds, boolean optional)
      implements Part {
    public OneOf {
      words = Set.copyOf(words);
      beginnings = List.copyOf(beginnings);
      kinds = kinds.isEmpty() ? EnumSet.noneOf(Kind.class) : EnumSet.copyOf(kinds);
    }

    /** One word of these alternatives, each a word, a beginning with a star or a kind. */
    static OneOf of(List<String> alternatives, boolean optional) {
      Set<String> words = new HashSet<>();
      List<String> beginnings = new ArrayList<>();
      Set<Kind> kinds = EnumSet.noneOf(Kind.class);
      for (String one : alternatives)
        if (one.startsWith("<")) kinds.add(Kind.named(one.substring(1, one.length() - 1)));
        else if (one.endsWith("*")) beginnings.add(one.substring(0, one.length() - 1));
        else words.add(one);
      return new OneOf(words, beginnings, kinds, optional);
    }
  }
}
