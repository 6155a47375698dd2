package worthwhile.extract;

import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Tells where two JSON trees differ; 1.5 and 1.50 are one number. */
final class JsonDiff {
  private static final int LONGEST = 120;

  private JsonDiff() {}

  /** Adds one sentence for each place that differs. */
  static void add(String path, JsonNode expected, JsonNode actual, List<String> differences) {
    if (expected.isObject() && actual.isObject()) {
      TreeSet<String> names = new TreeSet<>(expected.propertyNames());
      names.addAll(actual.propertyNames());
      for (String name : names)
        add(path + "." + name, expected.path(name), actual.path(name), differences);
    } else if (expected.isArray() && actual.isArray()) {
      for (int i = 0; i < Math.max(expected.size(), actual.size()); i++)
        add(path + "[" + i + "]", expected.path(i), actual.path(i), differences);
    } else if (!same(expected, actual)) {
      differences.add(path + ": expected " + shown(expected) + ", is " + shown(actual));
    }
  }

  private static boolean same(JsonNode a, JsonNode b) {
    if (isNothing(a) && isNothing(b)) return true;
    if (a.isNumber() && b.isNumber()) return a.decimalValue().compareTo(b.decimalValue()) == 0;
    return a.equals(b);
  }

  private static boolean isNothing(JsonNode node) {
    return node.isMissingNode() || node.isNull() || node.isContainer() && node.isEmpty();
  }

  private static String shown(JsonNode node) {
    if (isNothing(node)) return "nothing";
    String text = node.toString();
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
