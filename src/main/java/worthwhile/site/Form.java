package worthwhile.site;

import java.util.List;
import java.util.Map;

/** The search form as the reader filled it, mistakes and all. */
record Form(Map<String, List<String>> values) {
  /** The value of a field that takes one; empty if it was left so. */
  String one(String name) {
    List<String> all = all(name);
    return all.isEmpty() ? "" : all.getFirst();
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  boolean has(String name, String value) {
    return all(name).stream().anyMatch(value::equalsIgnoreCase);
  }
}
