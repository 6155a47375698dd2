package worthwhile.source.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Merges a family into a definition and fills its parameters in. */
final class Families {
  /** Blocks whose keys are merged; everything else is replaced as a whole. */
  private static final List<String> MERGED =
      List.of("about", "fetch", "headers", "listing", "detail", "fields", "companion", "contract");

  private static final Pattern INSERT = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_-]*)\\}");

  private Families() {}

  /** The family's keys with the source's laid over them; an empty value takes a key away. */
  static Node.Keys merged(Node.Keys family, Node.Keys source) {
    Map<String, Node.Entry> merged = new LinkedHashMap<>(family.entries());
    source
        .entries()
        .forEach(
            (key, entry) -> {
              Node below = family.get(key);
              if (entry.value() instanceof Node.Text text && text.isNull()) merged.remove(key);
              else if (MERGED.contains(key)
                  && below instanceof Node.Keys lower
                  && entry.value() instanceof Node.Keys upper)
                merged.put(key, new Node.Entry(entry.place(), merged(lower, upper)));
              else merged.put(key, entry);
            });
    return new Node.Keys(merged, source.place());
  }

  /**
   * What the parameters of a family are in one source: what is given, else their default. A
   * parameter is declared by a sentence, or by {@code about} and {@code default}.
   */
  static Map<String, String> values(Block family, Map<String, String> given, Block teller) {
    Map<String, String> values = new LinkedHashMap<>();
    List<String> known = family.block("parameters").map(Block::names).orElse(List.of());
    for (String name : given.keySet())
      if (!known.contains(name))
        teller.wrong(
            "with", "the family has no parameter '" + name + "'" + Problems.hint(name, known));
    for (String name : known) {
      Optional<String> fallback = fallback(family, name);
      if (given.containsKey(name)) values.put(name, given.get(name));
      else if (fallback.isPresent()) values.put(name, fallback.get());
      else teller.wrong("with", "the family needs the parameter '" + name + "'");
    }
    return values;
  }

  /** Every parameter filled with its own name, for trying a family by itself. */
  static Map<String, String> ownNames(Block family) {
    Map<String, String> names = new LinkedHashMap<>();
    family
        .block("parameters")
        .ifPresent(
            all ->
                all.names().forEach(name -> names.put(name, fallback(family, name).orElse(name))));
    return names;
  }

  private static Optional<String> fallback(Block family, String name) {
    return family
        .block("parameters")
        .filter(all -> all.node(name).orElse(null) instanceof Node.Keys)
        .flatMap(all -> all.block(name))
        .flatMap(parameter -> parameter.only(List.of("about", "default")).text("default"));
  }

  /** The tree with {@code {parameter}} filled in wherever it stands in a value. */
  static Node filled(Node node, Map<String, String> values) {
    return switch (node) {
      case Node.Text text ->
          new Node.Text(filled(text.value(), values), text.isNull(), text.place());
      case Node.Many many -> {
        List<Node> filled = new ArrayList<>();
        for (Node each : many.values()) filled.add(filled(each, values));
        yield new Node.Many(filled, many.place());
      }
      case Node.Keys keys -> {
        Map<String, Node.Entry> filled = new LinkedHashMap<>();
        keys.entries()
            .forEach(
                (key, entry) ->
                    filled.put(key, new Node.Entry(entry.place(), filled(entry.value(), values))));
        yield new Node.Keys(filled, keys.place());
      }
    };
  }

  static String filled(String text, Map<String, String> values) {
    return INSERT
        .matcher(text)
        .replaceAll(
            match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
  }
}
