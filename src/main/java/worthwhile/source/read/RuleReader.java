package worthwhile.source.read;

import com.google.re2j.Pattern;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import worthwhile.posting.UnitText;
import worthwhile.source.Filter;
import worthwhile.source.Pointer;
import worthwhile.source.Rule;
import worthwhile.source.Template;
import worthwhile.text.time.DateText;

/** Reads the rule of one field. */
final class RuleReader {
  private static final List<String> KEYS =
      List.of(
          "css",
          "attr",
          "without",
          "json",
          "value",
          "page",
          "key",
          "template",
          "first",
          "join",
          "filters",
          "map",
          "date",
          "duration",
          "minus",
          "money",
          "optional",
          "default",
          "unless");
  private static final List<String> FILTERS =
      List.of(
          "lower",
          "unescape",
          "html",
          "without",
          "line",
          "remote",
          "absolute",
          "digest",
          "replace",
          "regex",
          "split",
          "query",
          "prefix",
          "suffix");
  private static final List<String> DATES =
      List.of("rfc1123", "iso", "epoch-seconds", "epoch-millis", "relative");
  private static final List<String> MONEY =
      List.of("min", "max", "value", "currency", "per", "minor", "gross", "infer-unit");
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "minutes", ChronoUnit.MINUTES, "seconds", ChronoUnit.SECONDS, "hours", ChronoUnit.HOURS);

  private final Problems problems;

  RuleReader(Problems problems) {
    this.problems = problems;
  }

  /** The rule in this block; a mistake in it is told and leaves a rule that finds nothing. */
  Rule rule(Block block) {
    block.only(KEYS);
    Optional<Rule.Reading> reading = reading(block);
    boolean optional = block.flag("optional");
    if (block.has("default") && !optional)
      block.wrong("default", "needs 'optional: true' beside it");
    return new Rule(
        from(block, reading),
        block.text("join"),
        filters(block),
        block.map("map"),
        reading,
        optional,
        block.text("default"),
        unless(block));
  }

  private Rule.From from(Block block, Optional<Rule.Reading> reading) {
    List<String> found = new ArrayList<>();
    if (block.has("css") || block.has("attr") || block.has("without")) found.add("css");
    for (String key : List.of("json", "value", "page", "key", "template", "first"))
      if (block.has(key)) found.add(key);
    if (found.isEmpty() && reading.filter(Rule.MoneyParts.class::isInstance).isPresent())
      return new Rule.Value("");
    if (found.size() != 1) {
      problems.add(
          block.place(),
          found.isEmpty()
              ? "a rule needs one of css, attr, json, value, page, key, template, first"
              : "a rule takes only one of " + String.join(", ", found));
      return new Rule.Value("");
    }
    return switch (found.getFirst()) {
      case "css" -> new Rule.Elements(block.css("css"), block.text("attr"), block.css("without"));
      case "json" -> new Rule.Json(block.pointer("json").orElse(Pointer.of("")));
      case "page" -> address(block);
      case "key" -> key(block);
      case "value" -> new Rule.Value(block.text("value").orElse(""));
      case "template" -> new Rule.Filled(Template.of(block.text("template").orElse("")));
      default -> new Rule.First(block.blocks("first").stream().map(this::rule).toList());
    };
  }

  private static Rule.From address(Block block) {
    var unused = block.word("page", List.of("url"));
    return new Rule.Address();
  }

  private static Rule.From key(Block block) {
    if (!block.flag("key")) block.wrong("key", "must be true");
    return new Rule.Key();
  }

  private Optional<Rule.Unless> unless(Block block) {
    if (!block.has("unless")) return Optional.empty();
    Optional<Block> inner = block.block("unless");
    if (inner.isEmpty()) return Optional.empty();
    inner.get().only(List.of("css", "attr", "json", "template", "matches"));
    Pattern matches = inner.get().regex("matches").orElse(Pattern.compile("(?s).+"));
    Rule.From from = from(inner.get(), Optional.empty());
    Rule rule =
        new Rule(
            from,
            Optional.empty(),
            List.of(),
            Map.of(),
            Optional.empty(),
            true,
            Optional.empty(),
            Optional.empty());
    return Optional.of(new Rule.Unless(rule, matches));
  }

  // --- filters

  private List<Filter> filters(Block block) {
    List<Filter> filters = new ArrayList<>();
    Optional<Node> node = block.node("filters");
    if (node.isEmpty()) return filters;
    if (!(node.get() instanceof Node.Many many)) {
      block.wrong("filters", "must be a list, not " + node.get().kind());
      return filters;
    }
    for (Node each : many.values()) filter(each).ifPresent(filters::add);
    return filters;
  }

  private Optional<Filter> filter(Node node) {
    if (node instanceof Node.Text text) return plainFilter(text);
    if (node instanceof Node.Keys keys && keys.entries().size() == 1) {
      Block block = new Block(keys, "filters", problems).only(FILTERS);
      return FILTERS.contains(block.names().getFirst())
          ? filter(block, block.names().getFirst())
          : Optional.empty();
    }
    problems.add(node.place(), "a filter is a word, or one key with its settings");
    return Optional.empty();
  }

  private Optional<Filter> plainFilter(Node.Text text) {
    return switch (text.value()) {
      case "lower" -> Optional.of(new Filter.Lower());
      case "unescape" -> Optional.of(new Filter.Unescape());
      case "html" -> Optional.of(new Filter.Html());
      case "line" -> Optional.of(new Filter.Line());
      case "remote" -> Optional.of(new Filter.Remote());
      case "absolute" -> Optional.of(new Filter.Absolute());
      case "digest" -> Optional.of(new Filter.Digest());
      default -> notPlain(text);
    };
  }

  private Optional<Filter> notPlain(Node.Text text) {
    String more = FILTERS.contains(text.value()) ? " needs settings" : " is not known";
    problems.add(
        text.place(),
        "filter '" + text.value() + "'" + more + Problems.hint(text.value(), FILTERS));
    return Optional.empty();
  }

  private Optional<Filter> filter(Block block, String name) {
    return switch (name) {
      case "query" -> block.text(name).map(Filter.Query::new);
      case "without" -> block.css(name).map(Filter.Without::new);
      case "prefix" -> block.text(name).map(Filter.Prefix::new);
      case "suffix" -> block.text(name).map(Filter.Suffix::new);
      case "replace" ->
          settings(block, name, "find", "with")
              .map(b -> new Filter.Replace(b.text("find").orElse(""), b.text("with").orElse("")));
      case "regex" ->
          block
              .block(name)
              .map(b -> b.only(List.of("find", "group")).require("find"))
              .flatMap(this::regex);
      case "split" ->
          settings(block, name, "at", "take")
              .map(
                  b ->
                      new Filter.Split(
                          b.text("at").orElse(""), b.number("take", -99, 99).orElse(0)));
      default -> {
        block.wrong(name, "takes no settings");
        yield Optional.empty();
      }
    };
  }

  private static Optional<Block> settings(Block block, String name, String... needed) {
    return block.block(name).map(b -> b.only(List.of(needed)).require(needed));
  }

  /** The group is the first one if the expression has groups, else the whole match. */
  private Optional<Filter> regex(Block block) {
    Optional<Pattern> find = block.regex("find");
    if (find.isEmpty()) return Optional.empty();
    int groups = find.get().matcher("").groupCount();
    int group = block.number("group", 0, 99).orElse(Math.min(groups, 1));
    if (group > groups) {
      block.wrong("group", "the expression has only " + groups + " groups");
      return Optional.empty();
    }
    return Optional.of(new Filter.Regex(find.get(), group));
  }

  // --- readings

  private Optional<Rule.Reading> reading(Block block) {
    List<Rule.Reading> found = new ArrayList<>();
    date(block).ifPresent(found::add);
    block
        .word("duration", List.of("minutes", "seconds", "hours"))
        .ifPresent(
            word ->
                found.add(
                    new Rule.DurationReading(
                        Objects.requireNonNull(
                            UNITS.get(word), "each word that is allowed here has its unit"))));
    block.block("minus").ifPresent(minus -> found.add(new Rule.Difference(rule(minus))));
    block.block("money").ifPresent(money -> found.add(money(money)));
    if (found.size() > 1)
      problems.add(block.place(), "a rule takes only one of date, duration, minus, money");
    return found.stream().findFirst();
  }

  private Optional<Rule.Reading> date(Block block) {
    Optional<String> pattern = block.text("date");
    if (pattern.isEmpty()) return Optional.empty();
    if (!DATES.contains(pattern.get())) {
      try {
        DateText.requirePattern(pattern.get());
      } catch (IllegalArgumentException e) {
        block.wrong("date", "not a date pattern: " + e.getMessage());
      }
    }
    return Optional.of(new Rule.DateReading(pattern.get()));
  }

  private Rule.Reading money(Block block) {
    block.only(MONEY);
    boolean parts =
        List.of("min", "max", "value", "minor", "gross", "infer-unit").stream()
            .anyMatch(block::has);
    if (!parts && !isRule(block, "currency") && !isRule(block, "per"))
      return new Rule.MoneyText(currency(block), unit(block));
    if (!block.has("min") && !block.has("max") && !block.has("value"))
      problems.add(block.place(), "money needs min, max or value");
    return new Rule.MoneyParts(
        part(block, "min"),
        part(block, "max"),
        part(block, "value"),
        isRule(block, "currency")
            ? part(block, "currency")
            : currency(block).map(RuleReader::fixed),
        isRule(block, "per") ? part(block, "per") : unit(block).map(unit -> fixed(unit.name())),
        block.flag("minor"),
        block.has("gross") ? Optional.of(block.flag("gross")) : Optional.empty(),
        block.flag("infer-unit"));
  }

  private static boolean isRule(Block block, String key) {
    return block
        .node(key)
        .filter(
            n -> n instanceof Node.Keys || (n instanceof Node.Text t && t.value().startsWith("/")))
        .isPresent();
  }

  /** A rule, or a pointer as a shorthand. */
  private Optional<Rule> part(Block block, String key) {
    Optional<Node> node = block.node(key);
    if (node.isEmpty()) return Optional.empty();
    if (node.get() instanceof Node.Text)
      return block.pointer(key).map(pointer -> plain(new Rule.Json(pointer)));
    return block.block(key).map(this::rule);
  }

  private static Rule fixed(String value) {
    return plain(new Rule.Value(value));
  }

  private static Rule plain(Rule.From from) {
    return new Rule(
        from,
        Optional.empty(),
        List.of(),
        Map.of(),
        Optional.empty(),
        true,
        Optional.empty(),
        Optional.empty());
  }

  private Optional<String> currency(Block block) {
    Optional<String> code = block.text("currency");
    boolean points =
        !isRule(block, "per") && block.text("per").filter("POINTS"::equals).isPresent();
    if (code.isEmpty() || points) return code;
    try {
      return Optional.of(Currency.getInstance(code.get()).getCurrencyCode());
    } catch (IllegalArgumentException e) {
      block.wrong("currency", "'" + code.get() + "' is not an ISO 4217 code such as USD");
      return Optional.empty();
    }
  }

  private Optional<UnitText> unit(Block block) {
    List<String> units = Arrays.stream(UnitText.values()).map(Enum::name).toList();
    return block.word("per", units).map(UnitText::valueOf);
  }
}
