package worthwhile.site.http;

import java.util.List;
import java.util.Map;

/** The search form as the reader filled it, mistakes and all. */
public record Form(Map<String, List<String>> values) {
  /** The value of a field that takes one; empty if it was left so. */
  public String one(String name) {
    List<String> all = all(name);
    return all.isEmpty() ? "" : all.getFirst();
  }

  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  public boolean has(String name, String value) {
    return all(name).stream().anyMatch(value::equalsIgnoreCase);
  }
}
