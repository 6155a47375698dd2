package worthwhile.source.read;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece of a YAML file that still knows its line. */
sealed interface Node {
  Place place();

  /** What a person would call it in an error message. */
  String kind();

  /** A scalar, as it is spelled: {@code no} stays "no", {@code 012} stays "012". */
  record Text(String value, boolean isNull, Place place) implements Node {
    @Override
    public String kind() {
      return isNull ? "nothing" : "a value";
    }
  }

  /** A list. */
  record Many(List<Node> values, Place place) implements Node {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /** Keys with values, in the file's order. */
  record Keys(Map<String, Entry> entries, Place place) implements Node {
    @Override
    public String kind() {
      return "keys and values";
    }

    @Nullable Node get(String key) {
      Entry entry = entries.get(key);
      return entry == null ? null : entry.value();
    }
  }

  /** One key's place and its value. */
  record Entry(Place place, Node value) {}
}
