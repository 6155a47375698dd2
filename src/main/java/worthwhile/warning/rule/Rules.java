package worthwhile.warning.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            content.phrases(),
            vocabulary,
            content.words("negator"),
            content.words("late-negator"),
            content.evenNegated(),
            content.notAfter());
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
   * What the rules say of a text.
   *
   * @param foreign signs that were found by other means than patterns
   */
  public Reading read(String text, List<Sign> foreign) {
    String read = text.length() > READ ? text.substring(0, READ) : text;
    PhraseBook.Found found = book.in(plain.read(read), MOST_STEPS);
    Map<String, List<Sign>> signs = new HashMap<>(found.signs());
    for (Sign sign : foreign) signs.computeIfAbsent(sign.cue(), _ -> new ArrayList<>()).add(sign);
    content.derived().forEach((cue, conditions) -> derive(cue, conditions, signs));
    List<Observation> findings = new ArrayList<>();
    for (Family family : content.families()) finding(family, signs, read).ifPresent(findings::add);
    return new Reading(findings, found.whole() && read.length() == text.length());
  }

  private static void derive(
      String cue, List<Requirement> conditions, Map<String, List<Sign>> signs) {
    for (Requirement condition : conditions)
      condition
          .in(signs)
          .ifPresent(
              together ->
                  signs.computeIfAbsent(cue, _ -> new ArrayList<>()).add(as(cue, together)));
  }

  private static Sign as(String cue, List<Sign> together) {
    Sign first = together.getFirst();
    return new Sign(cue, first.start(), first.end(), first.named());
  }

  private static Optional<Observation> finding(
      Family family, Map<String, List<Sign>> signs, String text) {
    Observation gravest = null;
    for (Family.Combination combination : family.combinations()) {
      if (gravest != null && gravest.severity().compareTo(combination.severity()) >= 0) continue;
      Optional<List<Sign>> together = combination.condition().in(signs);
      if (together.isPresent())
        gravest = finding(family, combination.severity(), together.get(), text);
    }
    boolean isLowered =
        family.loweredBy().stream().anyMatch(cue -> !signs.getOrDefault(cue, List.of()).isEmpty());
    return Optional.ofNullable(gravest)
        .map(
            finding ->
                isLowered
                    ? new Observation(
                        finding.code(), Warning.Severity.NOTE, finding.quote(), finding.named())
                    : finding);
  }

  private static Observation finding(
      Family family, Warning.Severity severity, List<Sign> together, String text) {
    Map<String, Object> named = new LinkedHashMap<>();
    together.forEach(sign -> sign.named().forEach(named::putIfAbsent));
    return new Observation(family.code(), severity, Quotes.of(together, text), named);
  }
}
