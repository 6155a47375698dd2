package worthwhile.source.read;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import worthwhile.source.Access;
import worthwhile.source.Ask;
import worthwhile.source.Companion;
import worthwhile.source.Contract;
import worthwhile.source.Emits;
import worthwhile.source.FetchRules;
import worthwhile.source.FieldNames;
import worthwhile.source.PageRules;
import worthwhile.source.Shape;
import worthwhile.source.SourceDefinition;
import worthwhile.source.Template;

/** Reads one definition, family already merged in. */
final class DefinitionReader {
  static final List<String> FAMILY_KEYS =
      List.of(
          "schema",
          "family",
          "emits",
          "parameters",
          "recognises",
          "about",
          "locale",
          "timezone",
          "fetch",
          "listing",
          "detail",
          "companion",
          "retention",
          "contract",
          "secrets",
          "off");
  static final List<String> SOURCE_KEYS =
      List.of(
          "schema",
          "id",
          "name",
          "emits",
          "extends",
          "with",
          "homepage",
          "previous-urls",
          "replaces",
          "status",
          "off",
          "maintainers",
          "secrets",
          "about",
          "locale",
          "timezone",
          "fetch",
          "listing",
          "detail",
          "companion",
          "retention",
          "contract");
  private static final Map<String, Emits> EMITS =
      Map.of(
          "JobPosting",
          Emits.JOB_POSTING,
          "DiscussionForumPosting",
          Emits.DISCUSSION_FORUM_POSTING,
          "AggregateRating",
          Emits.AGGREGATE_RATING);
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private final Block block;

  DefinitionReader(Block block) {
    this.block = block;
  }

  /** The definition; whoever asks looks at the problems before using it. */
  SourceDefinition read(String id, String name, String platform, String file) {
    FetchRules fetch = FetchReader.fetch(block);
    PageRules listing =
        block
            .block("listing")
            .map(page -> new PageReader(block.problems(), true).page(page, fetch.auth()))
            .orElse(new PageRules());
    Optional<PageRules> detail =
        block
            .block("detail")
            .map(page -> new PageReader(block.problems(), false).page(page, fetch.auth()));
    SourceDefinition definition =
        new SourceDefinition(
            id,
            name,
            platform,
            block
                .word("emits", List.of("JobPosting", "DiscussionForumPosting", "AggregateRating"))
                .map(EMITS::get)
                .orElse(Emits.JOB_POSTING),
            block.link("homepage"),
            AboutReader.about(block),
            status(),
            block.text("off"),
            block.texts("secrets"),
            locale(),
            zone(),
            fetch,
            listing,
            detail,
            block.block("companion").map(CompanionReader::companion),
            block.span("retention"),
            contract(),
            file);
    check(definition);
    definition.companion().ifPresent(companion -> checkCompanion(definition, companion));
    definition.retention().ifPresent(longest -> checkRetention(definition, longest));
    return definition;
  }

  private Locale locale() {
    Optional<String> tag = block.text("locale");
    Locale locale = Locale.forLanguageTag(tag.orElse("en"));
    if (tag.isPresent() && !LANGUAGES.contains(locale.getLanguage()))
      block.wrong("locale", "'" + tag.get() + "' is not a language tag such as en-US");
    return locale;
  }

  private ZoneId zone() {
    String zone = block.text("timezone").orElse("UTC");
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      block.wrong("timezone", "'" + zone + "' is not a time zone" + zoneHint(zone));
      return ZoneId.of("UTC");
    }
  }

  private static String zoneHint(String zone) {
    String hint = Problems.hint(zone, ZoneId.getAvailableZoneIds().stream().sorted().toList());
    return hint.startsWith("; allowed") ? " such as Europe/Berlin or UTC" : hint;
  }

  private Optional<SourceDefinition.Status> status() {
    Optional<Block> status = block.block("status");
    if (status.isEmpty()) return Optional.empty();
    Block inner = status.get().only(List.of("state", "since", "reason"));
    inner.require("state", "since", "reason");
    String state =
        inner.word("state", List.of("active", "paused", "dead", "closed")).orElse("active");
    LocalDate since = inner.date("since").orElse(LocalDate.EPOCH);
    String reason = inner.text("reason").orElse("");
    if (state.equals("active")) return Optional.empty();
    return Optional.of(
        new SourceDefinition.Status(
            SourceDefinition.Status.State.valueOf(state.toUpperCase(Locale.ROOT)), since, reason));
  }

  private Contract contract() {
    List<String> usual = List.of("identifier");
    Optional<Block> found = block.block("contract");
    if (found.isEmpty()) return new Contract(1, 1000, usual, Optional.empty(), 3);
    Block contract = found.get().only(List.of("rows", "always", "fresh", "tolerate"));
    List<String> always = contract.has("always") ? contract.texts("always") : usual;
    for (String field : always)
      if (!FieldNames.known(field))
        contract.wrong(
            "always", "no such field '" + field + "'" + Problems.hint(field, FieldNames.names()));
    int[] rows = rows(contract);
    return new Contract(
        rows[0],
        rows[1],
        always,
        contract.span("fresh"),
        contract.number("tolerate", 1, 1000).orElse(3));
  }

  private static int[] rows(Block contract) {
    if (!contract.has("rows")) return new int[] {0, 1000};
    List<String> rows = contract.texts("rows");
    if (rows.size() == 2 && rows.stream().allMatch(row -> row.matches("[0-9]{1,7}"))) {
      int[] range = rows.stream().mapToInt(Integer::parseInt).toArray();
      if (range[0] <= range[1]) return range;
    }
    contract.wrong("rows", "must be fewest and most rows, such as [1, 100], not " + rows);
    return new int[] {1, 1000};
  }

  // --- what only the whole definition shows

  private void check(SourceDefinition definition) {
    Set<String> known = new HashSet<>(definition.secrets());
    definition.listing().withKey().ifPresent(key -> known.addAll(key.secrets()));
    definition.detail().flatMap(PageRules::withKey).ifPresent(key -> known.addAll(key.secrets()));
    for (String secret : secretsUsed(definition))
      if (!known.contains(secret))
        block.wrong("secrets", "{secret:" + secret + "} is used but not among the secrets");
    Set<String> fields = new HashSet<>();
    for (Shape shape : definition.listing().shapes()) {
      fields.addAll(shape.fields().keySet());
      checkAlways(definition, shape);
    }
    definition
        .detail()
        .flatMap(PageRules::ask)
        .ifPresent(ask -> checkRowInserts(ask.url(), fields, definition));
  }

  /** Read more seldom than it may be kept, its postings would come and go with every run. */
  private void checkRetention(SourceDefinition definition, Duration longest) {
    if (definition.emits() != Emits.JOB_POSTING)
      block.wrong("retention", "goes with 'emits: JobPosting' only");
    if (definition.fetch().atMost().compareTo(longest) >= 0)
      block.wrong(
          "retention",
          "is not longer than the longest time between two runs: set fetch.at-most below it");
  }

  private void checkCompanion(SourceDefinition definition, Companion companion) {
    Access access = definition.about().access();
    if (access == Access.PUBLIC || access == Access.KEY)
      block.wrong("companion", "goes with access session, export, app or closed only");
    if (definition.emits() != Emits.JOB_POSTING)
      block.wrong("companion", "goes with 'emits: JobPosting' only");
    boolean forwards = !companion.responses().isEmpty() || !companion.pages().isEmpty();
    if (forwards && !definition.isReadable())
      block.wrong("companion", "forwards what no listing reads; leave responses and pages out");
    if (!forwards && !companion.saveTask())
      block.wrong("companion", "does nothing; name responses or pages, or set save-task");
  }

  private void checkAlways(SourceDefinition definition, Shape shape) {
    if (shape.extractor().isPresent()) return;
    for (String field : definition.contract().always())
      if (!shape.fields().containsKey(field)
          && definition.detail().stream()
              .flatMap(d -> d.shapes().stream())
              .noneMatch(s -> s.fields().containsKey(field) || s.extractor().isPresent()))
        block.wrong(
            "contract", "'" + field + "' is always there, says the contract, but has no rule");
  }

  private void checkRowInserts(Template url, Set<String> fields, SourceDefinition definition) {
    boolean extracted =
        definition.listing().shapes().stream().anyMatch(s -> s.extractor().isPresent());
    for (String insert : url.inserts())
      if (insert.startsWith("row:") && !fields.contains(insert.substring(4)) && !extracted)
        block.wrong(
            "detail",
            "{"
                + insert
                + "}: the listing has no such field"
                + Problems.hint(insert.substring(4), fields));
  }

  private static Set<String> secretsUsed(SourceDefinition definition) {
    Set<String> used = new HashSet<>();
    definition.fetch().headers().values().forEach(text -> addSecrets(Template.of(text), used));
    for (PageRules page : pages(definition)) {
      page.ask().ifPresent(ask -> addSecrets(ask, used));
      page.withKey().ifPresent(key -> addSecrets(key.ask(), used));
    }
    return used;
  }

  private static List<PageRules> pages(SourceDefinition definition) {
    return definition
        .detail()
        .map(detail -> Arrays.asList(definition.listing(), detail))
        .orElse(List.of(definition.listing()));
  }

  private static void addSecrets(Ask ask, Set<String> used) {
    addSecrets(ask.url(), used);
    ask.body().ifPresent(body -> addSecrets(body, used));
    ask.headers().values().forEach(header -> addSecrets(header, used));
    ask.auth().ifPresent(auth -> used.addAll(auth.secrets()));
  }

  private static void addSecrets(Template template, Set<String> used) {
    for (String insert : template.inserts())
      if (insert.startsWith("secret:")) used.add(insert.substring("secret:".length()));
  }
}
