package worthwhile.extract.rule;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import tools.jackson.databind.JsonNode;
import worthwhile.fetch.body.Body;
import worthwhile.source.Css;
import worthwhile.source.Filter;
import worthwhile.source.Pointer;
import worthwhile.source.Rule;
import worthwhile.source.Shape;

/** Evaluates rules on one row into texts; what those texts mean is {@link FieldValues}' matter. */
public final class RowReader {
  /**
   * Parts of a row that stand in each other deeper than this are not closed: each holds the next.
   */
  private static final int DEEPEST = 3;

  private final SourcePage page;
  private final Shape shape;
  private final PageRow row;
  private final Map<String, List<Candidate>> known = new HashMap<>();

  public RowReader(SourcePage page, Shape shape, PageRow row) {
    this.page = page;
    this.shape = shape;
    this.row = row;
  }

  /**
   * Texts that a rule gives, and how they are to be read.
   *
   * @param plain whether they are plain text already, no markup
   * @param base what addresses among them are relative to
   */
  record Candidate(List<String> texts, Optional<Rule.Reading> reading, boolean plain, URI base) {}

  SourcePage page() {
    return page;
  }

  /** What a field's rule gives, its alternatives in order; empty if nothing. */
  List<Candidate> candidates(String field) {
    List<Candidate> found = known.get(field);
    if (found != null) return found;
    Rule rule = shape.fields().get(field);
    // Inserted while it is worked out, so that a field that inserts itself finds nothing.
    known.put(field, List.of());
    List<Candidate> worked = rule == null ? List.of() : candidates(rule);
    known.put(field, worked);
    return worked;
  }

  /** The texts of a field's first alternative. */
  public List<String> texts(String field) {
    return candidates(field).stream().findFirst().map(Candidate::texts).orElse(List.of());
  }

  /** First text of every field that has one, for the address of the row's own page. */
  public Map<String, String> firstTexts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String field : shape.fields().keySet())
      texts(field).stream().findFirst().ifPresent(text -> texts.put(field, text));
    return texts;
  }

  /** The first text that a rule gives. */
  Optional<String> first(Rule rule) {
    return candidates(rule).stream().flatMap(c -> c.texts().stream()).findFirst();
  }

  List<Candidate> candidates(Rule rule) {
    if (isUnless(rule)) return fallback(rule);
    List<Candidate> found = new ArrayList<>();
    for (Candidate raw : raw(rule)) {
      List<String> texts = worked(rule, raw);
      boolean plain =
          raw.plain() || rule.filters().stream().anyMatch(Filter.Html.class::isInstance);
      if (!texts.isEmpty())
        found.add(new Candidate(texts, rule.reading().or(raw::reading), plain, raw.base()));
    }
    return found.isEmpty() ? fallback(rule) : found;
  }

  /** Whether the rule's own exception holds. */
  boolean isUnless(Rule rule) {
    return rule.unless().filter(this::holds).isPresent();
  }

  private List<Candidate> fallback(Rule rule) {
    return rule.fallback()
        .map(text -> List.of(new Candidate(List.of(text), rule.reading(), true, base())))
        .orElse(List.of());
  }

  private boolean holds(Rule.Unless unless) {
    return candidates(unless.rule()).stream()
        .flatMap(c -> c.texts().stream())
        .anyMatch(text -> unless.matches().matcher(text).find());
  }

  private List<Candidate> raw(Rule rule) {
    return switch (rule.from()) {
      case Rule.Elements elements -> texts(elements);
      case Rule.Json json -> one(texts(json.pointer()), false);
      case Rule.Value value -> one(List.of(value.text()), true);
      case Rule.Address _ -> one(List.of(page.response().url().toString()), true);
      case Rule.Key key -> one(row.key().stream().toList(), true);
      case Rule.Filled filled -> one(filled(filled), true);
      case Rule.First first ->
          first.rules().stream().flatMap(each -> candidates(each).stream()).toList();
    };
  }

  private List<Candidate> one(List<String> texts, boolean plain) {
    return one(texts, plain, base());
  }

  private static List<Candidate> one(List<String> texts, boolean plain, URI base) {
    return texts.isEmpty()
        ? List.of()
        : List.of(new Candidate(texts, Optional.empty(), plain, base));
  }

  private URI base() {
    return row.element().map(page::base).orElseGet(page::base);
  }

  private boolean isXml() {
    return page.kind() == Body.Kind.XML;
  }

  /** Absent inserts leave no dangling commas; without any insert there is no text. */
  private List<String> filled(Rule.Filled filled) {
    List<String> inserts = filled.template().inserts();
    List<String> missing = inserts.stream().filter(name -> texts(name).isEmpty()).toList();
    if (!inserts.isEmpty() && missing.size() == inserts.size()) return List.of();
    String text =
        filled
            .template()
            .fill(name -> texts(name).stream().findFirst().or(() -> Optional.of("")))
            .orElse("");
    return List.of(
        missing.isEmpty() ? text : text.replaceAll("^(?:[,;]\\s)++|[,;]\\s*+(?=[,;]|$)", ""));
  }

  // --- where texts stand

  private List<Candidate> texts(Rule.Elements rule) {
    Optional<Element> start =
        rule.css().filter(Css::top).isPresent() || row.element().isEmpty()
            ? pageElement()
            : row.element();
    if (start.isEmpty()) return List.of();
    Elements found =
        rule.css()
            .map(css -> start.get().select(css.selector()))
            .orElseGet(() -> new Elements(start.get()));
    List<String> texts = new ArrayList<>();
    for (Element element : Nesting.upTo(DEEPEST, found)) {
      if (rule.attr().isEmpty()) texts.add(text(element, rule));
      else if (element.hasAttr(rule.attr().get())) texts.add(element.attr(rule.attr().get()));
    }
    boolean plain = rule.attr().isEmpty() && !isXml();
    return one(texts, plain, found.isEmpty() ? base() : page.base(found.getFirst()));
  }

  private Optional<Element> pageElement() {
    return page.kind() == Body.Kind.HTML || page.kind() == Body.Kind.XML
        ? Optional.of(page.document())
        : Optional.empty();
  }

  private String text(Element element, Rule.Elements rule) {
    if (!isXml()) return ElementText.of(element, rule.without().map(Css::selector));
    return element.childrenSize() > 0 ? element.html() : element.wholeText();
  }

  private List<String> texts(Pointer pointer) {
    Optional<JsonNode> start = pointer.top() ? row.top() : row.json();
    if (start.isEmpty()) return List.of();
    return pointer.all(start.get()).stream().flatMap(RowReader::scalars).toList();
  }

  private static Stream<String> scalars(JsonNode node) {
    if (node.isArray()) return node.values().stream().flatMap(RowReader::scalars);
    return JsonText.of(node).stream();
  }

  // --- filters, map, join

  private List<String> worked(Rule rule, Candidate raw) {
    List<String> worked = new ArrayList<>();
    for (String text : raw.texts()) worked(rule, text, raw.base()).ifPresent(worked::add);
    if (rule.join().isEmpty() || worked.size() < 2) return worked;
    return List.of(String.join(rule.join().get(), worked));
  }

  private Optional<String> worked(Rule rule, String text, URI base) {
    Optional<String> value = Optional.of(text);
    for (Filter filter : rule.filters()) {
      value = value.flatMap(before -> FilterSteps.apply(filter, before, base));
    }
    return value
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .map(each -> mapped(rule.map(), each))
        .filter(each -> !each.isEmpty());
  }

  private static String mapped(Map<String, String> map, String value) {
    if (map.isEmpty()) return value;
    String exact = map.get(value);
    if (exact != null) return exact;
    String lower = value.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> entry : map.entrySet())
      if (entry.getKey().toLowerCase(Locale.ROOT).equals(lower)) return entry.getValue();
    return map.getOrDefault("*", value);
  }
}
