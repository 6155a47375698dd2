package worthwhile.warning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Organization;
import worthwhile.posting.Reason;
import worthwhile.posting.Warning;
import worthwhile.warning.rule.Observation;
import worthwhile.warning.rule.Rules;
import worthwhile.warning.rule.Sign;

/** Says what of a posting or a message smells of a scam. Safe for use by many threads. */
public final class Warnings {
  /** The languages that the rules have patterns for. */
  private static final Set<String> LANGUAGES =
      Set.of("en", "es", "fr", "de", "pt", "hi", "id", "tl", "fil", "zh", "ru");

  private final Rules rules;
  private final List<SignSource> sources;

  private Warnings(Rules rules, List<SignSource> sources) {
    this.rules = rules;
    this.sources = List.copyOf(sources);
  }

  /** By the rules that come with the program and these further sources of signs. */
  public static Warnings shipped(SignSource... sources) {
    return new Warnings(Rules.shipped(), List.of(sources));
  }

  /** What is seen in a message or in anything else that somebody was sent. */
  public Observations of(String text) {
    String read = text.length() > Rules.READ ? text.substring(0, Rules.READ) : text;
    List<Sign> signs = sources.stream().flatMap(source -> source.in(read).stream()).toList();
    Rules.Reading reading = rules.read(read, signs);
    List<Warning> warnings =
        reading.findings().stream()
            .map(Warnings::warning)
            .sorted(Comparator.comparing(Warning::severity).reversed())
            .toList();
    List<Reason> left = new ArrayList<>();
    if (text.length() > Rules.READ)
      left.add(Reason.of("rest-not-read").with("characters", Rules.READ));
    if (!reading.whole()) left.add(Reason.of("too-tangled"));
    return new Observations(warnings, null, left);
  }

  /**
   * What is seen in a posting, in all that it says.
   *
   * @param otherTexts what it says beside the fields of a posting
   */
  public Observations of(JobPosting posting, List<String> otherTexts) {
    Observations seen = of(text(posting, otherTexts));
    String language = posting.language();
    if (language == null || LANGUAGES.contains(language.toLowerCase(Locale.ROOT))) return seen;
    List<Reason> left = new ArrayList<>(seen.notChecked());
    left.add(Reason.of("language-without-rules").with("language", language));
    return new Observations(seen.warnings(), seen.risk(), left);
  }

  private static Warning warning(Observation finding) {
    return new Warning(
        finding.code(),
        finding.severity(),
        finding.quote(),
        Warning.By.RULE,
        null,
        finding.named());
  }

  /** Everything that a posting says, a blank line between its fields. */
  private static String text(JobPosting posting, List<String> otherTexts) {
    Organization requester = posting.hiringOrganization();
    return Stream.of(
            Stream.of(posting.title(), posting.description()),
            otherTexts.stream(),
            posting.qualifications().stream(),
            posting.skills().stream(),
            Stream.of(requester == null ? null : requester.name(), posting.url()))
        .flatMap(texts -> texts)
        .filter(Objects::nonNull)
        .collect(Collectors.joining("\n\n"));
  }
}
