package worthwhile.warning;

import java.util.List;
import worthwhile.warning.rule.Sign;

/** Finds signs in a text by other means than patterns. */
@FunctionalInterface
interface SignSource {
  /** The signs of a text; their cues are those that the rules' files name. */
  List<Sign> in(String text);
}
