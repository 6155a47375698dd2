package worthwhile.source.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import worthwhile.source.Mark;
import worthwhile.source.Pointer;
import worthwhile.source.Rule;
import worthwhile.source.Shape;

/**
 * Which values of a JSON answer the rules of a page read: what a worker's browser may send of it,
 * and no more.
 *
 * <p>The answer is a tree of names; {@code *} stands for any name or element, and the empty name
 * says that the value itself is read. Elements of a list need no step of their own.
 */
public final class ReadValues {
  private static final String VALUE = "";
  private static final String ANY = "*";

  /** An element chosen by one of its values, which is read too. */
  private static final Pattern CHOSEN = Pattern.compile("\\*\\[([^=\\]]+)=.*");

  private final Map<String, Object> tree = new TreeMap<>();

  private ReadValues() {}

  /** The values that these shapes read, from the top of the JSON. */
  public static Map<String, Object> of(List<Shape> shapes) {
    ReadValues reads = new ReadValues();
    for (Shape shape : shapes)
      if (shape.rows() instanceof Shape.JsonRows(Pointer rows)) {
        for (Rule rule : shape.fields().values())
          pointers(rule).forEach(pointer -> reads.add(rows, pointer));
      }
    return reads.tree;
  }

  /** The values that these marks look at. */
  public static Map<String, Object> ofMarks(List<Mark> marks) {
    ReadValues reads = new ReadValues();
    for (Mark mark : marks)
      if (mark instanceof Mark.Json(Pointer pointer, var _)) reads.add(pointer.steps());
    return reads.tree;
  }

  private void add(Pointer rows, Pointer field) {
    List<String> steps = new ArrayList<>();
    if (!field.top()) steps.addAll(rows.steps());
    steps.addAll(field.steps());
    add(steps);
  }

  @SuppressWarnings("unchecked") // Only this class puts anything but 1 into the tree: more trees.
  private void add(List<String> steps) {
    Map<String, Object> here = tree;
    for (int i = 0; i < steps.size(); i++) {
      String step = steps.get(i);
      boolean any = step.startsWith(ANY) || step.matches("[0-9]+");
      here = (Map<String, Object>) here.computeIfAbsent(any ? ANY : step, _ -> new TreeMap<>());
      Matcher chosen = CHOSEN.matcher(step);
      if (chosen.matches()) {
        List<String> key = new ArrayList<>(steps.subList(0, i));
        key.addAll(List.of(ANY, chosen.group(1)));
        add(key);
      }
    }
    here.put(VALUE, 1);
  }

  private static Stream<Pointer> pointers(Rule rule) {
    Stream<Pointer> from =
        switch (rule.from()) {
          case Rule.Json(Pointer pointer) -> Stream.of(pointer);
          case Rule.First(List<Rule> rules) -> rules.stream().flatMap(ReadValues::pointers);
          case Rule.Elements _, Rule.Value _, Rule.Address _, Rule.Key _, Rule.Filled _ ->
              Stream.empty();
        };
    Stream<Pointer> unless =
        rule.unless().stream().flatMap(exception -> pointers(exception.rule()));
    return Stream.of(from, unless, reading(rule)).flatMap(pointers -> pointers);
  }

  private static Stream<Pointer> reading(Rule rule) {
    if (rule.reading().isEmpty()) return Stream.empty();
    return switch (rule.reading().get()) {
      case Rule.Difference(Rule minus) -> pointers(minus);
      case Rule.MoneyParts parts ->
          Stream.of(parts.min(), parts.max(), parts.value(), parts.currency(), parts.per())
              .flatMap(java.util.Optional::stream)
              .flatMap(ReadValues::pointers);
      case Rule.MoneyText _, Rule.DateReading _, Rule.DurationReading _ -> Stream.empty();
    };
  }
}
