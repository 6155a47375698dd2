package worthwhile.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A JSON pointer (RFC 6901) in which {@code *} stands for every element of an array or every value
 * of an object, and a leading {@code ^} means from the top of the body instead of the row.
 *
 * @param text as it is spelled; "" and "/" mean the value itself
 * @param top whether it starts at the top of the body
 * @param steps names, indexes and stars
 */
public record Pointer(String text, boolean top, List<String> steps) {
  private static final Pattern CHOSEN = Pattern.compile("\\*\\[([^=\\]]+)=([^\\]]*)\\]");

  public Pointer {
    steps = List.copyOf(steps);
  }

  /** Reads a pointer that is empty or begins with a slash, perhaps after a {@code ^}. */
  public static Pointer of(String text) {
    boolean top = text.startsWith("^");
    String path = top ? text.substring(1) : text;
    if (path.isEmpty() || path.equals("/")) return new Pointer(text, top, List.of());
    List<String> steps = new ArrayList<>();
    for (String step : path.substring(1).split("/", -1))
      steps.add(step.replace("~1", "/").replace("~0", "~"));
    return new Pointer(text, top, steps);
  }

  /** Whether it ends in a star: every element of a list or value of an object. */
  public boolean isOfAll() {
    return !steps.isEmpty() && steps.getLast().equals("*");
  }

  /** The way without its last step. */
  public Pointer parent() {
    return new Pointer(text, top, steps.subList(0, steps.size() - 1));
  }

  /** Every value that it leads to; empty if the way is not there. */
  public List<JsonNode> all(JsonNode from) {
    List<JsonNode> here = List.of(from);
    for (String step : steps) {
      List<JsonNode> next = new ArrayList<>();
      for (JsonNode node : here) add(node, step, next);
      here = next;
    }
    return here;
  }

  private static void add(JsonNode node, String step, List<JsonNode> found) {
    Matcher chosen = CHOSEN.matcher(step);
    if (step.equals("*")) {
      found.addAll(node.values());
    } else if (chosen.matches()) {
      for (JsonNode each : node.values())
        if (each.path(chosen.group(1)).asString("").equals(chosen.group(2))) found.add(each);
    } else if (node.isArray()) {
      if (step.matches("[0-9]{1,9}") && node.has(Integer.parseInt(step)))
        found.add(node.get(Integer.parseInt(step)));
    } else if (node.has(step)) {
      found.add(node.get(step));
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
