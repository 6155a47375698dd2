package worthwhile.source.read;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import worthwhile.source.FetchRules;
import worthwhile.source.FieldNames;
import worthwhile.source.Mark;
import worthwhile.source.PageRules;
import worthwhile.source.Pointer;
import worthwhile.source.RowCondition;
import worthwhile.source.Rule;
import worthwhile.source.Shape;
import worthwhile.source.Shape.Format;
import worthwhile.source.Template;
import worthwhile.source.TextExtractor;

/** Reads the rules of a listing or detail page. */
final class PageReader {
  private static final List<String> SHAPE =
      List.of(
          "format",
          "type",
          "embedded",
          "rows",
          "skip-rows",
          "extractor",
          "empty",
          "blocked",
          "login",
          "gone",
          "leave-out",
          "keep",
          "once",
          "fields");
  static final List<String> KEYS = keys();
  private static final List<String> FORMATS =
      List.of("html", "json", "xml", "json-ld", "microdata");

  private final Problems problems;
  private final boolean listing;

  PageReader(Problems problems, boolean listing) {
    this.problems = problems;
    this.listing = listing;
  }

  private static List<String> keys() {
    List<String> keys = new ArrayList<>(AskReader.KEYS);
    keys.addAll(SHAPE);
    keys.addAll(List.of("with-key", "also"));
    return List.copyOf(keys);
  }

  PageRules page(Block block, Optional<FetchRules.Auth> auth) {
    block.only(KEYS);
    List<Shape> shapes = new ArrayList<>();
    Shape main = shape(block, null);
    shapes.add(main);
    for (Block also : block.blocks("also")) shapes.add(shape(also.only(SHAPE), main));
    Optional<PageRules.WithKey> withKey = block.block("with-key").flatMap(this::withKey);
    return new PageRules(AskReader.ask(block, auth), withKey, shapes);
  }

  private Optional<PageRules.WithKey> withKey(Block block) {
    List<String> known = new ArrayList<>(AskReader.KEYS);
    known.addAll(List.of("secrets", "auth"));
    block.only(known).require("secrets", "url");
    Optional<FetchRules.Auth> auth = block.block("auth").map(FetchReader::auth);
    return AskReader.ask(block, auth)
        .map(ask -> new PageRules.WithKey(block.texts("secrets"), ask));
  }

  private Shape shape(Block block, @Nullable Shape main) {
    Optional<Shape.Embedded> embedded = block.block("embedded").flatMap(this::embedded);
    Format format = format(block, embedded.isPresent());
    Map<String, Rule> fields = fields(block);
    return new Shape(
        format,
        types(block, format),
        embedded,
        rows(block, format),
        block.number("skip-rows", 0, 100).orElse(0),
        extractor(block).or(() -> main == null ? Optional.empty() : main.extractor()),
        marks(block, main),
        main == null || block.has("leave-out")
            ? conditions(block, "leave-out", fields)
            : main.leaveOut(),
        main == null || block.has("keep") ? conditions(block, "keep", fields) : main.keep(),
        once(block, fields).or(() -> main == null ? Optional.empty() : main.once()),
        fields);
  }

  private static Format format(Block block, boolean embedded) {
    Optional<String> word = block.word("format", FORMATS);
    if (embedded) return Format.JSON;
    if (word.isPresent())
      return Format.valueOf(word.get().toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    if (block.has("type")) return Format.JSON_LD;
    return block.text("rows").filter(r -> r.isEmpty() || r.startsWith("/")).isPresent()
        ? Format.JSON
        : Format.HTML;
  }

  private static List<String> types(Block block, Format format) {
    boolean typed = format == Format.JSON_LD || format == Format.MICRODATA;
    if (block.has("type") && !typed) block.wrong("type", "goes with json-ld or microdata only");
    if (!typed) return List.of();
    return block.has("type") ? block.texts("type") : List.of("JobPosting");
  }

  private Optional<Shape.Embedded> embedded(Block block) {
    block.only(List.of("css", "attr", "regex"));
    if (block.has("regex")) {
      Optional<Pattern> regex = block.regex("regex");
      if (regex.isPresent() && regex.get().matcher("").groupCount() < 1)
        block.wrong("regex", "needs a group around the JSON");
      return regex.map(Shape.InText::new);
    }
    block.require("css");
    return block.css("css").map(css -> new Shape.InElement(css, block.text("attr")));
  }

  private Shape.Rows rows(Block block, Format format) {
    return switch (format) {
      case JSON_LD, MICRODATA -> {
        if (block.has("rows"))
          block.wrong(
              "rows", "are the objects of the type; leave the key out with " + format.word());
        yield new Shape.TypedRows();
      }
      case JSON ->
          block.node("rows").isEmpty()
              ? wholePage(block)
              : new Shape.JsonRows(block.pointer("rows").orElse(Pointer.of("")));
      case HTML, XML ->
          block.node("rows").isEmpty()
              ? wholePage(block)
              : block
                  .css("rows")
                  .<Shape.Rows>map(Shape.ElementRows::new)
                  .orElse(new Shape.WholePage());
    };
  }

  private Shape.Rows wholePage(Block block) {
    if (listing) block.require("rows");
    return new Shape.WholePage();
  }

  private Optional<TextExtractor> extractor(Block block) {
    Optional<String> word = block.text("extractor");
    if (word.isPresent() && TextExtractor.of(word.get()).isEmpty())
      block.wrong(
          "extractor",
          "'" + word.get() + "' is not known" + Problems.hint(word.get(), TextExtractor.words()));
    return word.flatMap(TextExtractor::of);
  }

  // --- marks and conditions

  private Shape.Marks marks(Block block, @Nullable Shape main) {
    return new Shape.Marks(
        marks(block, "empty", main == null ? List.of() : main.marks().empty()),
        marks(block, "blocked", main == null ? List.of() : main.marks().blocked()),
        marks(block, "login", main == null ? List.of() : main.marks().login()),
        marks(block, "gone", main == null ? List.of() : main.marks().gone()));
  }

  private List<Mark> marks(Block block, String key, List<Mark> inherited) {
    if (!block.has(key)) return inherited;
    List<Mark> marks = new ArrayList<>();
    for (String text : block.texts(key)) mark(block, key, text).ifPresent(marks::add);
    return marks;
  }

  private Optional<Mark> mark(Block block, String key, String text) {
    if (!text.startsWith("/"))
      return Expressions.css(text, block.place(key), key, problems).map(Mark.Element::new);
    int equals = text.indexOf('=');
    Pointer pointer = Pointer.of(equals < 0 ? text : text.substring(0, equals));
    Optional<String> value =
        equals < 0 ? Optional.empty() : Optional.of(text.substring(equals + 1));
    return Optional.of(new Mark.Json(pointer, value));
  }

  private List<RowCondition> conditions(Block block, String key, Map<String, Rule> fields) {
    List<RowCondition> conditions = new ArrayList<>();
    for (Block each : block.blocks(key)) {
      each.only(List.of("field", "matches", "is")).require("field");
      String field = each.text("field").orElse("");
      if (!fields.containsKey(field) && !block.has("extractor"))
        each.wrong("field", "no rule for '" + field + "'" + Problems.hint(field, fields.keySet()));
      if (each.has("matches") == each.has("is"))
        each.wrong("field", "needs either 'matches' or 'is' beside it");
      each.regex("matches").ifPresent(regex -> conditions.add(new RowCondition(field, regex)));
      if (each.has("is")) conditions.add(new RowCondition(field, anyOf(each.texts("is"))));
    }
    return conditions;
  }

  private static Pattern anyOf(List<String> words) {
    return Pattern.compile(
        "^(?:" + String.join("|", words.stream().map(PageReader::literal).toList()) + ")$",
        Pattern.CASE_INSENSITIVE);
  }

  /** Escaped sign by sign: browsers, which read some of these, know no {@code \\Q}. */
  private static String literal(String word) {
    return word.replaceAll("\\p{Punct}", "\\\\$0");
  }

  private static Optional<String> once(Block block, Map<String, Rule> fields) {
    Optional<String> once = block.text("once");
    once.filter(field -> !fields.containsKey(field))
        .ifPresent(
            field ->
                block.wrong(
                    "once", "no rule for '" + field + "'" + Problems.hint(field, fields.keySet())));
    return once;
  }

  // --- fields

  private Map<String, Rule> fields(Block block) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    Optional<Block> fields = block.block("fields");
    if (fields.isEmpty()) return rules;
    RuleReader reader = new RuleReader(problems);
    for (String name : fields.get().names()) {
      if (!FieldNames.known(name))
        fields.get().wrong(name, "no such field" + Problems.hint(name, FieldNames.names()));
      else if (!fields.get().has(name)) fields.get().wrong(name, "has no rule");
      else fields.get().block(name).ifPresent(rule -> rules.put(name, reader.rule(rule)));
    }
    rules.forEach((name, rule) -> checkInserts(fields.get(), name, rule, rules));
    return rules;
  }

  private static void checkInserts(Block fields, String name, Rule rule, Map<String, Rule> rules) {
    rule.unless().ifPresent(unless -> checkInserts(fields, name, unless.rule(), rules));
    switch (rule.from()) {
      case Rule.Filled(Template template) -> {
        for (String insert : template.inserts())
          if (!rules.containsKey(insert))
            fields.wrong(
                name, "no rule for {" + insert + "}" + Problems.hint(insert, rules.keySet()));
      }
      case Rule.First(List<Rule> alternatives) ->
          alternatives.forEach(each -> checkInserts(fields, name, each, rules));
      case Rule.Elements elements -> {}
      case Rule.Json json -> {}
      case Rule.Value value -> {}
      case Rule.Address address -> {}
      case Rule.Key key -> {}
    }
  }
}
