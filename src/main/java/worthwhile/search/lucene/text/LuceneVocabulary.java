package worthwhile.search.lucene.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;
import worthwhile.search.TextCondition;
import worthwhile.search.TextCondition.AtLeast;
import worthwhile.search.TextCondition.Phrase;
import worthwhile.search.Vocabulary;

/**
 * Reads texts and words by {@link Analysis}. Words are widened by {@code index/synonyms.txt}, and
 * by the names under which one thing is known; both are read with the first search, so that opening
 * an index need not wait for them.
 */
public final class LuceneVocabulary implements Vocabulary {
  private static final QueryBuilder TYPED = new QueryBuilder(Analysis.TYPED);
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern JOINTS = Pattern.compile("[" + Signs.JOINT + Signs.DOT_JOINT + "]");

  /** Enough syllables that they follow each other by no accident. */
  private static final Pattern KOREAN = Pattern.compile("[\\uac00-\\ud7a3]{4,}");

  private static final Pattern WITHOUT_BLANKS =
      Pattern.compile(
          "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}"
              + "\\p{IsMyanmar}]");

  private final Supplier<List<Set<String>>> names;
  private @Nullable QueryBuilder widened;

  /**
   * @param names groups of names, each of which finds all others of its group
   */
  public LuceneVocabulary(Supplier<List<Set<String>>> names) {
    this.names = names;
  }

  @Override
  public Map<String, int[]> terms(List<String> texts) {
    Map<String, IntStream.Builder> terms = new HashMap<>();
    try {
      int position = -1;
      for (String text : texts) position = addTerms(terms, text, position);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return terms.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().build().toArray()));
  }

  /** Counts positions as an index does; answers the last one before the next text. */
  private static int addTerms(Map<String, IntStream.Builder> terms, String text, int before)
      throws IOException {
    try (TokenStream stream = Analysis.of(text).tokenStream(Analysis.FIELD, text)) {
      var term = stream.addAttribute(TermToBytesRefAttribute.class);
      var step = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      int position = before;
      while (stream.incrementToken()) {
        position += step.getPositionIncrement();
        terms
            .computeIfAbsent(term.getBytesRef().utf8ToString(), fresh -> IntStream.builder())
            .add(position);
      }
      stream.end();
      return position + step.getPositionIncrement() + Analysis.GAP;
    }
  }

  @Override
  public Optional<TextCondition> widened(String words) {
    return words.isBlank() ? Optional.empty() : all(words, widened());
  }

  @Override
  public Optional<TextCondition> typed(String words) {
    return all(words, TYPED);
  }

  @Override
  public Optional<TextCondition> phrase(String words) {
    return oneOf(inOrder(words), joined(words));
  }

  /** Of what is written together the parts count as one word, and stand together in the text. */
  private static Optional<TextCondition> all(String words, QueryBuilder reading) {
    StringJoiner plain = new StringJoiner(" ");
    List<TextCondition> all = new ArrayList<>();
    for (String word : BLANKS.split(words.strip())) {
      Optional<TextCondition> joined = joined(word);
      if (isWithoutBlanks(word)) oneOf(inOrder(word), syllables(word)).ifPresent(all::add);
      else if (joined.isPresent()) oneOf(each(word, reading), joined).ifPresent(all::add);
      else plain.add(word);
    }
    each(plain.toString(), reading).map(LuceneVocabulary::parts).ifPresent(all::addAll);
    if (all.isEmpty()) return Optional.empty();
    boolean single = all.size() == 1 && !(all.getFirst() instanceof AtLeast);
    return Optional.of(single ? all.getFirst() : new AtLeast(all.size(), all));
  }

  /** A Korean word also where it is written in two: there usage varies. Absent for any other. */
  private static Optional<TextCondition> syllables(String word) {
    String whole = Normalizer.normalize(word, Normalizer.Form.NFKC);
    return KOREAN.matcher(whole).matches()
        ? Optional.of(
            new Phrase(
                whole.codePoints().mapToObj(Character::toString).toList(),
                IntStream.range(0, whole.length()).boxed().toList()))
        : Optional.empty();
  }

  /** Whether a word is, in part, of a script that does not part words by blanks. */
  static boolean isWithoutBlanks(String word) {
    return WITHOUT_BLANKS.matcher(word).find();
  }

  private static List<TextCondition> parts(TextCondition words) {
    return words instanceof AtLeast(int least, List<TextCondition> parts) && least == parts.size()
        ? parts
        : List.of(words);
  }

  private static Optional<TextCondition> each(String words, QueryBuilder reading) {
    return ConditionQuery.read(
        reading.createBooleanQuery(Analysis.FIELD, words, ConditionQuery.ALL));
  }

  private static Optional<TextCondition> inOrder(String words) {
    return ConditionQuery.read(TYPED.createPhraseQuery(Analysis.FIELD, words));
  }

  /** What is written with hyphens, in one: email for e-mail; absent without any. */
  private static Optional<TextCondition> joined(String words) {
    String signs = Signs.of(words);
    return signs.chars().anyMatch(Signs::isJoint)
        ? inOrder(JOINTS.matcher(signs).replaceAll(""))
        : Optional.empty();
  }

  private static Optional<TextCondition> oneOf(
      Optional<TextCondition> one, Optional<TextCondition> other) {
    List<TextCondition> all = Stream.of(one, other).flatMap(Optional::stream).toList();
    return all.size() < 2 ? all.stream().findFirst() : Optional.of(new AtLeast(1, all));
  }

  private synchronized QueryBuilder widened() {
    if (widened == null)
      widened =
          new QueryBuilder(
              Analysis.widened(names.get().stream().map(LuceneVocabulary::line).toList()));
    return widened;
  }

  /** A line as {@code synonyms.txt} has them: a comma or an arrow in a name would divide it. */
  private static String line(Set<String> group) {
    return group.stream()
        .map(name -> name.replaceAll("[^\\p{L}\\p{N}.]+", " ").strip())
        .filter(name -> name.codePoints().anyMatch(Character::isLetterOrDigit))
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
