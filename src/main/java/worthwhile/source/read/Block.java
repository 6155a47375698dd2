package worthwhile.source.read;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import worthwhile.source.Css;
import worthwhile.source.Pointer;

/** Reads the keys of one block; what is wrong goes to the problems with its line. */
final class Block {
  private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{0,6})(s|m|h|d)");
  private static final Pattern NO_SPAN = Pattern.compile("(-.*|0+)[smhd]?");
  private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,9})\\s*(kB|KB|MB|GB|B)?");

  private final Node.Keys keys;
  private final String name;
  private final Problems problems;

  Block(Node.Keys keys, String name, Problems problems) {
    this.keys = keys;
    this.name = name;
    this.problems = problems;
  }

  Place place() {
    return keys.place();
  }

  Place place(String key) {
    Node.Entry entry = keys.entries().get(key);
    return entry == null ? keys.place() : entry.place();
  }

  Problems problems() {
    return problems;
  }

  void wrong(String key, String message) {
    problems.add(place(key), label(key) + ": " + message);
  }

  private String label(String key) {
    return name.isEmpty() ? key : name + "." + key;
  }

  boolean has(String key) {
    Node node = keys.get(key);
    return node != null && !(node instanceof Node.Text text && text.isNull());
  }

  /** Tells every key that is not among these. */
  Block only(List<String> known) {
    keys.entries()
        .forEach(
            (key, entry) -> {
              if (!known.contains(key))
                problems.add(
                    entry.place(), "unknown key '" + label(key) + "'" + Problems.hint(key, known));
            });
    return this;
  }

  /** Tells keys that are missing. */
  Block require(String... wanted) {
    for (String key : wanted) {
      if (!has(key)) problems.add(keys.place(), "'" + label(key) + "' is missing");
    }
    return this;
  }

  List<String> names() {
    return List.copyOf(keys.entries().keySet());
  }

  Optional<Node> node(String key) {
    return has(key)
        ? Optional.of(Objects.requireNonNull(keys.get(key), "has() found the key"))
        : Optional.empty();
  }

  Optional<String> text(String key) {
    if (!has(key)) return Optional.empty();
    if (keys.get(key) instanceof Node.Text text) return Optional.of(text.value());
    wrong(
        key,
        "must be a value, not "
            + Objects.requireNonNull(keys.get(key), "has() found the key").kind());
    return Optional.empty();
  }

  /** A list of values; one value alone counts as a list of one. */
  List<String> texts(String key) {
    if (!has(key)) return List.of();
    if (!(keys.get(key) instanceof Node.Many many)) return text(key).stream().toList();
    List<String> values = new ArrayList<>();
    for (Node node : many.values()) {
      if (node instanceof Node.Text text) values.add(text.value());
      else problems.add(node.place(), label(key) + ": must hold values, not " + node.kind());
    }
    return values;
  }

  /** Values by name. */
  Map<String, String> map(String key) {
    Map<String, String> values = new LinkedHashMap<>();
    block(key)
        .ifPresent(
            inner -> inner.names().forEach(n -> inner.text(n).ifPresent(v -> values.put(n, v))));
    return values;
  }

  Optional<Block> block(String key) {
    if (!has(key)) return Optional.empty();
    if (keys.get(key) instanceof Node.Keys inner)
      return Optional.of(new Block(inner, label(key), problems));
    wrong(
        key,
        "must hold keys, not "
            + Objects.requireNonNull(keys.get(key), "has() found the key").kind());
    return Optional.empty();
  }

  /** The blocks of a list. */
  List<Block> blocks(String key) {
    if (!has(key)) return List.of();
    if (!(keys.get(key) instanceof Node.Many many)) return block(key).stream().toList();
    List<Block> blocks = new ArrayList<>();
    for (Node node : many.values()) {
      if (node instanceof Node.Keys inner) blocks.add(new Block(inner, label(key), problems));
      else problems.add(node.place(), label(key) + ": must hold keys, not " + node.kind());
    }
    return blocks;
  }

  OptionalInt number(String key, int least, int most) {
    Optional<String> text = text(key);
    if (text.isEmpty()) return OptionalInt.empty();
    if (text.get().matches("-?[0-9]{1,9}")) {
      int value = Integer.parseInt(text.get());
      if (value >= least && value <= most) return OptionalInt.of(value);
    }
    wrong(
        key, "must be a whole number from " + least + " to " + most + ", not '" + text.get() + "'");
    return OptionalInt.empty();
  }

  boolean flag(String key) {
    Optional<String> text = text(key);
    if (text.isEmpty() || text.get().equals("false")) return false;
    if (!text.get().equals("true")) wrong(key, "must be true or false, not '" + text.get() + "'");
    return true;
  }

  /** A span such as 30s, 5m, 1h, 7d. */
  Optional<Duration> span(String key) {
    Optional<String> text = text(key);
    if (text.isEmpty()) return Optional.empty();
    Matcher matcher = SPAN.matcher(text.get());
    if (matcher.matches()) {
      long n = Long.parseLong(matcher.group(1));
      return Optional.of(
          switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(n);
            case "m" -> Duration.ofMinutes(n);
            case "h" -> Duration.ofHours(n);
            default -> Duration.ofDays(n);
          });
    }
    wrong(
        key,
        "must be a span "
            + (NO_SPAN.matcher(text.get()).matches() ? "longer than 0, " : "")
            + "such as 30s, 5m, 1h or 7d, not '"
            + text.get()
            + "'");
    return Optional.empty();
  }

  /** A number of bytes such as 20MB. */
  Optional<Long> bytes(String key) {
    Optional<String> text = text(key);
    if (text.isEmpty()) return Optional.empty();
    Matcher matcher = SIZE.matcher(text.get());
    if (matcher.matches()) {
      String unit = matcher.group(2) == null ? "B" : matcher.group(2);
      long factor =
          switch (unit) {
            case "GB" -> 1_000_000_000L;
            case "MB" -> 1_000_000L;
            case "B" -> 1L;
            default -> 1_000L;
          };
      return Optional.of(Long.parseLong(matcher.group(1)) * factor);
    }
    wrong(key, "must be a size such as 500kB or 20MB, not '" + text.get() + "'");
    return Optional.empty();
  }

  Optional<LocalDate> date(String key) {
    Optional<String> text = text(key);
    if (text.isEmpty()) return Optional.empty();
    try {
      return Optional.of(LocalDate.parse(text.get()));
    } catch (DateTimeException e) {
      wrong(key, "must be a day such as 2026-09-30, not '" + text.get() + "'");
      return Optional.empty();
    }
  }

  /** A web address. */
  Optional<String> link(String key) {
    Optional<String> text = text(key);
    if (text.isEmpty() || isLink(text.get())) return text;
    wrong(key, "must be an address that begins with http:// or https://, not '" + text.get() + "'");
    return Optional.empty();
  }

  static boolean isLink(String text) {
    try {
      URI uri = new URI(text);
      return uri.getHost() != null && uri.getScheme().matches("https?");
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** One of these words. */
  Optional<String> word(String key, List<String> allowed) {
    Optional<String> text = text(key);
    if (text.isEmpty() || allowed.contains(text.get())) return text;
    wrong(key, "'" + text.get() + "' is not known" + Problems.hint(text.get(), allowed));
    return Optional.empty();
  }

  Optional<Pattern> regex(String key) {
    return text(key).flatMap(text -> Expressions.regex(text, place(key), label(key), problems));
  }

  Optional<Pointer> pointer(String key) {
    return text(key).flatMap(text -> Expressions.pointer(text, place(key), label(key), problems));
  }

  Optional<Css> css(String key) {
    return text(key).flatMap(text -> Expressions.css(text, place(key), label(key), problems));
  }
}
