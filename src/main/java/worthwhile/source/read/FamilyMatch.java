package worthwhile.source.read;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The family that reads the pages of an address.
 *
 * @param family its name
 * @param with the parameters that stand in the address
 */
public record FamilyMatch(String family, SortedMap<String, String> with) {
  FamilyMatch(String family, Map<String, String> with) {
    this(family, new TreeMap<>(with));
  }
}
