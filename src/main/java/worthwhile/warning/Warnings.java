package worthwhile.warning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Organization;
import worthwhile.posting.Reason;
import worthwhile.posting.Warning;
import worthwhile.source.Platform;
import worthwhile.warning.domain.NamedHosts;
import worthwhile.warning.model.ScamModel;
import worthwhile.warning.model.ScamRisk;
import worthwhile.warning.rule.Observation;
import worthwhile.warning.rule.Rules;
import worthwhile.warning.rule.Sign;

/** Says what of a posting or a message smells of a scam. Safe for use by many threads. */
public final class Warnings {
  /** The languages that the rules have patterns for. */
  private static final Set<String> LANGUAGES =
      Set.of("en", "es", "fr", "de", "pt", "hi", "id", "tl", "fil", "zh", "ru");

  private static final String ENGLISH = "en";
  static final String BY_MODEL = "worded-like-frauds";
  private static final int DIGITS = 3;
  private static final int MOST_WORDS = 5;

  private final Rules rules;
  private final ScamModel model;
  private final List<SignSource> sources;

  private Warnings(Rules rules, ScamModel model, List<SignSource> sources) {
    this.rules = rules;
    this.model = model;
    this.sources = List.copyOf(sources);
  }

  /** By what comes with the program; addresses are compared with those of these platforms too. */
  public static Warnings knowing(Collection<Platform> platforms) {
    return with(LookAlikeSigns.of(platforms));
  }

  /** By what comes with the program and these further sources of signs. */
  static Warnings with(SignSource... sources) {
    return new Warnings(Rules.shipped(), ScamModel.shipped(), List.of(sources));
  }

  /**
   * A word that is another one where the rules or the model that come with the program say
   * something else: what is stored was then judged by others.
   */
  public static String identity() {
    return Rules.identity() + "-" + ScamModel.shipped().identity();
  }

  /** What is seen in a message or in anything else that somebody was sent. */
  public Observations of(String text) {
    return of(text, Circumstances.NONE);
  }

  /** What is seen in a message, and what lists say of the hosts that it names. */
  public Observations of(String text, Circumstances known) {
    return of(text, null, known);
  }

  /**
   * What is seen in a posting, in all that it says.
   *
   * @param otherTexts what it says beside the fields of a posting
   */
  public Observations of(JobPosting posting, List<String> otherTexts) {
    return of(posting, otherTexts, Circumstances.NONE);
  }

  /** What is seen in a posting, and what is known of it beside its words. */
  public Observations of(JobPosting posting, List<String> otherTexts, Circumstances known) {
    return of(text(posting, otherTexts), posting.language(), known);
  }

  /** The hosts that a posting names, in plain small letters. */
  public static Set<String> hosts(JobPosting posting, List<String> otherTexts) {
    return NamedHosts.in(Rules.beginning(text(posting, otherTexts)));
  }

  /** The hosts that a message names, in plain small letters. */
  public static Set<String> hosts(String text) {
    return NamedHosts.in(Rules.beginning(text));
  }

  /**
   * What is seen in a review, a reply or a comment: offers to get lost money back, accounts for
   * rent, links and contacts. Whoever only tells of a scam is not warned of.
   *
   * @return gravest first
   */
  public List<Warning> ofStatement(String text) {
    String read = Rules.beginning(text);
    return sorted(
        rules.readStatement(read, signs(read)).findings().stream().map(Warnings::warning).toList());
  }

  private List<Sign> signs(String text) {
    return sources.stream().flatMap(source -> source.in(text).stream()).toList();
  }

  private Observations of(String text, @Nullable String language, Circumstances known) {
    Observations seen = byWords(text, language, known);
    List<Warning> warnings = new ArrayList<>(seen.warnings());
    known.listed().forEach(host -> warnings.add(host.warning()));
    warnings.removeIf(warning -> isWithdrawn(warning.code(), language, known));
    warnings.addAll(CommunityReport.warnings(known.reports()));
    return new Observations(sorted(warnings), seen.risk(), seen.notChecked());
  }

  /** Whether people found it wrong, and nothing that was added since says it by itself. */
  private boolean isWithdrawn(String code, @Nullable String language, Circumstances known) {
    String added = known.withdrawn().get(code);
    if (added == null || added.isBlank()) return added != null;
    return byWords(added, language, Circumstances.NONE).warnings().stream()
        .noneMatch(warning -> warning.code().equals(code));
  }

  private Observations byWords(String text, @Nullable String language, Circumstances known) {
    String read = Rules.beginning(text);
    List<Sign> signs = new ArrayList<>(signs(read));
    signs.addAll(CircumstanceSigns.of(known));
    Rules.Reading reading = rules.read(read, signs);
    List<Warning> warnings = new ArrayList<>();
    reading.findings().forEach(finding -> warnings.add(warning(finding)));
    List<Reason> left = left(text, reading, language);
    left.addAll(known.notAsked());
    if (language != null && !language.equals(ENGLISH))
      return new Observations(warnings, null, left);
    Optional<ScamRisk> risk =
        language == null ? model.riskOfKnown(read) : Optional.of(model.risk(read));
    if (risk.isEmpty()) left.add(Reason.of("words-without-model"));
    risk.ifPresent(it -> it.level().ifPresent(level -> warnings.add(warning(it, level))));
    return new Observations(warnings, risk.map(Warnings::value).orElse(null), left);
  }

  private static BigDecimal value(ScamRisk risk) {
    return BigDecimal.valueOf(risk.value()).setScale(DIGITS, RoundingMode.HALF_EVEN);
  }

  private static List<Warning> sorted(List<Warning> warnings) {
    return warnings.stream().sorted(Comparator.comparing(Warning::severity).reversed()).toList();
  }

  private static List<Reason> left(String text, Rules.Reading reading, @Nullable String language) {
    List<Reason> left = new ArrayList<>();
    if (text.length() > Rules.READ)
      left.add(Reason.of("rest-not-read").with("characters", Rules.READ));
    if (!reading.whole()) left.add(Reason.of("too-tangled"));
    if (language == null || language.equals(ENGLISH)) return left;
    if (!LANGUAGES.contains(language.toLowerCase(Locale.ROOT)))
      left.add(Reason.of("language-without-rules").with("language", language));
    left.add(Reason.of("language-without-model").with("language", language));
    return left;
  }

  private static Warning warning(Observation seen) {
    return new Warning(
        seen.code(), seen.severity(), seen.quote(), Warning.By.RULE, null, seen.named());
  }

  private static Warning warning(ScamRisk risk, ScamRisk.Level level) {
    Warning.Severity severity =
        switch (level) {
          case NOTE -> Warning.Severity.NOTE;
          case CAUTION -> Warning.Severity.CAUTION;
        };
    String words = risk.words().stream().limit(MOST_WORDS).collect(Collectors.joining(", "));
    return new Warning(BY_MODEL, severity, null, Warning.By.MODEL, null, Map.of("words", words));
  }

  /** Everything that a posting says, a blank line between its fields. */
  private static String text(JobPosting posting, List<String> otherTexts) {
    Organization requester = posting.hiringOrganization();
    Stream<String> who =
        requester == null ? Stream.of() : Stream.of(requester.name(), requester.url());
    return Stream.of(
            Stream.of(posting.title(), posting.description()),
            otherTexts.stream(),
            posting.qualifications().stream(),
            posting.skills().stream(),
            who,
            Stream.of(posting.url()))
        .flatMap(texts -> texts)
        .filter(Objects::nonNull)
        .collect(Collectors.joining("\n\n"));
  }
}
