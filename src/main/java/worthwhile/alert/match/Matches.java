package worthwhile.alert.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The searches that find a posting.
 *
 * @param ids of those that do, each once, in no order
 * @param failed of those that could not be asked, and why
 * @param asked how many searches were asked, equal ones once
 */
public record Matches(List<String> ids, Map<String, String> failed, int asked) {
  public Matches {
    ids = List.copyOf(ids);
    failed = Map.copyOf(failed);
  }

  static final class Builder {
    private final List<String> ids = new ArrayList<>();
    private final Map<String, String> failed = new LinkedHashMap<>();
    private int asked;

    void asked() {
      asked++;
    }

    void found(Slice<String> found) {
      for (int i = 0; i < found.size(); i++) ids.add(found.get(i));
    }

    void failed(Slice<String> broken, RuntimeException why) {
      for (int i = 0; i < broken.size(); i++) failed.put(broken.get(i), message(why));
    }

    Matches build() {
      return new Matches(ids, failed, asked);
    }
  }

  static String message(RuntimeException why) {
    return why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
  }
}
