package worthwhile.warning.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import worthwhile.posting.Warning;

/** The families of scams with their patterns. Safe for use by many threads. */
public final class Rules {
  /** Of a text no more than this is read, in characters. */
  public static final int READ = 20_000;

  private static final int MOST_STEPS = 400_000;

  private final RuleFiles.Content content;
  private final PlainText plain;
  private final PhraseBook book;

  private Rules(RuleFiles.Content content) {
    this.content = content;
    PatternWords vocabulary = new PatternWords(content.phrases());
    plain = new PlainText(vocabulary, content.words("currency"));
    book =
        new PhraseBook(
            content.phrases(), vocabulary, new Negations(content), content.cues().size());
  }

  /** A word that is another one where the rules that come with the program say something else. */
  public static String identity() {
    return RuleFiles.identity();
  }

  /** Those that come with the program. */
  public static Rules shipped() {
    return Shipped.RULES;
  }

  private static final class Shipped {
    static final Rules RULES = new Rules(RuleFiles.shipped());
  }

  /** Every family, in the order of its files. */
  public List<Family> families() {
    return content.families();
  }

  /**
   * What was found.
   *
   * @param whole whether all of the text was gone through
   */
  public record Reading(List<Observation> findings, boolean whole) {}

  /**
   * What the rules say of a posting or a message.
   *
   * @param foreign signs that were found by other means than patterns
   */
  public Reading read(String text, List<Sign> foreign) {
    return read(
        text,
        foreign,
        (family, signs) -> lowered(family, gravest(family.combinations(), signs), signs));
  }

  /**
   * What the rules say of a text that a member wrote about a posting or a requester: offers and
   * addresses in it, and nothing of what it tells about others.
   *
   * @param foreign signs that were found by other means than patterns
   */
  public Reading readStatement(String text, List<Sign> foreign) {
    return read(text, foreign, (family, signs) -> gravest(family.statements(), signs));
  }

  /** As much of a text as is read. */
  public static String beginning(String text) {
    return Characters.beginning(text, READ);
  }

  /** How grave a family is found, and by which signs. */
  private record Found(Warning.Severity severity, List<Sign> together) {}

  private Reading read(
      String text, List<Sign> foreign, BiFunction<Family, TextSigns, Optional<Found>> look) {
    String read = beginning(text);
    PhraseBook.Found found = book.in(plain.read(read), MOST_STEPS);
    TextSigns signs = found.signs();
    content.takenBackBy().forEach(signs::takeBack);
    for (Sign sign : foreign) {
      Cue cue = content.cues().known(sign.cue());
      if (cue != null) signs.add(cue, sign);
    }
    content.derived().forEach((cue, conditions) -> derive(cue, conditions, signs));
    List<Observation> findings = new ArrayList<>();
    for (Family family : content.families())
      look.apply(family, signs).ifPresent(it -> findings.add(finding(family.code(), it, read)));
    return new Reading(findings, found.whole() && read.length() == text.length());
  }

  private static void derive(Cue cue, List<Requirement> conditions, TextSigns signs) {
    for (Requirement condition : conditions)
      condition.in(signs).ifPresent(together -> signs.add(cue, as(cue, together)));
  }

  private static Sign as(Cue cue, List<Sign> together) {
    Sign first = together.getFirst();
    return new Sign(cue.name(), first.start(), first.end(), first.named());
  }

  private static Optional<Found> gravest(List<Family.Combination> combinations, TextSigns signs) {
    Found gravest = null;
    for (Family.Combination combination : combinations) {
      if (gravest != null && gravest.severity().compareTo(combination.severity()) >= 0) continue;
      Optional<List<Sign>> together = combination.condition().in(signs);
      if (together.isPresent()) gravest = new Found(combination.severity(), together.get());
    }
    return Optional.ofNullable(gravest);
  }

  private static Optional<Found> lowered(Family family, Optional<Found> found, TextSigns signs) {
    boolean isLowered = found.isPresent() && family.loweredBy().stream().anyMatch(signs::has);
    return isLowered ? found.map(it -> new Found(Warning.Severity.NOTE, it.together())) : found;
  }

  private static Observation finding(String code, Found found, String text) {
    Map<String, Object> named = new LinkedHashMap<>();
    found.together().forEach(sign -> sign.named().forEach(named::putIfAbsent));
    return new Observation(code, found.severity(), Quotes.of(found.together(), text), named);
  }
}
