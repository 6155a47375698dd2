package worthwhile.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import worthwhile.search.TextCondition.AtLeast;

/**
 * What the words of a search ask for. Up to three words must all occur, of more at least three
 * quarters.
 *
 * @param typed the words as they were typed, without phrases and everything else below
 * @param words what they mean; absent if there are none
 * @param phrases all of which must occur
 * @param without none of which may occur
 * @param narrowings all of which must hold
 */
public record WordQuery(
    String typed,
    Optional<TextCondition> words,
    List<TextCondition> phrases,
    List<TextCondition> without,
    List<Narrowing> narrowings) {
  private static final double SHARE_OF_MANY = 0.75;
  private static final int ALL_UP_TO = 3;

  public WordQuery {
    phrases = List.copyOf(phrases);
    without = List.copyOf(without);
    narrowings = List.copyOf(narrowings);
  }

  /** A value that a posting must have in a dimension, in the form that is compared. */
  public record Narrowing(Dimension dimension, String key) {}

  /** Reads the words of a search, and what it excludes. */
  public static WordQuery of(SearchQuery query, Vocabulary vocabulary) {
    UserWords words = UserWords.of(query.q().orElse(""));
    Stream<String> excluded = query.exclude().stream().map(text -> text.replace('"', ' '));
    return new WordQuery(
        words.words(),
        vocabulary.widened(words.words()).map(WordQuery::most),
        phrases(words.phrases().stream(), vocabulary),
        phrases(Stream.concat(words.without().stream(), excluded), vocabulary),
        words.narrowings());
  }

  /** The same where any of the words suffices; absent if that would find the same. */
  public Optional<WordQuery> anyWord() {
    return words.orElse(null) instanceof AtLeast(int ignored, List<TextCondition> all)
            && all.size() > 1
        ? Optional.of(
            new WordQuery(typed, Optional.of(new AtLeast(1, all)), phrases, without, narrowings))
        : Optional.empty();
  }

  /** Whether anything is asked for that can be marked in a text. */
  public boolean marks() {
    return words.isPresent() || !phrases.isEmpty();
  }

  /** Whether a posting is what is asked for. */
  boolean accepts(PostingFacts facts) {
    for (Narrowing narrowing : narrowings)
      if (!facts.keys(narrowing.dimension()).contains(narrowing.key())) return false;
    if (words.isPresent() && !words.get().holds(facts.text())) return false;
    for (TextCondition phrase : phrases) if (!phrase.holds(facts.text())) return false;
    for (TextCondition phrase : without) if (phrase.holds(facts.text())) return false;
    return true;
  }

  private static TextCondition most(TextCondition words) {
    return words instanceof AtLeast(int ignored, List<TextCondition> all) && all.size() > ALL_UP_TO
        ? new AtLeast((int) Math.ceil(all.size() * SHARE_OF_MANY), all)
        : words;
  }

  private static List<TextCondition> phrases(Stream<String> texts, Vocabulary vocabulary) {
    return texts.flatMap(text -> vocabulary.phrase(text).stream()).toList();
  }
}
