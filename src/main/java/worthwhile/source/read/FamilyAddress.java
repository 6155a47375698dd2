package worthwhile.source.read;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One kind of address at which a family's pages stand.
 *
 * @param pattern is found in such an address
 * @param with the family's parameters, in which {@code {group}} stands for what the group holds
 */
record FamilyAddress(Pattern pattern, Map<String, String> with) {
  FamilyAddress {
    with = Map.copyOf(with);
  }

  /** What a family's {@code recognises} says; mistakes are told to the block's problems. */
  static List<FamilyAddress> of(Block family) {
    List<String> parameters = family.block("parameters").map(Block::names).orElse(List.of());
    List<FamilyAddress> addresses = new ArrayList<>();
    for (Block one : family.blocks("recognises")) {
      one.only(List.of("address", "with")).require("address");
      Map<String, String> given = one.map("with");
      requireKnown("with", given.keySet(), parameters, one);
      one.regex("address")
          .map(pattern -> new FamilyAddress(pattern, whole(pattern, given, parameters, one)))
          .ifPresent(addresses::add);
    }
    return addresses;
  }

  /** The parameters given, and the groups that are parameters themselves. */
  private static Map<String, String> whole(
      Pattern pattern, Map<String, String> given, List<String> parameters, Block teller) {
    Map<String, String> with = new LinkedHashMap<>(given);
    List<String> unused = new ArrayList<>();
    for (String group : pattern.namedGroups().keySet()) {
      String insert = "{" + group + "}";
      if (parameters.contains(group)) with.putIfAbsent(group, insert);
      else if (given.values().stream().noneMatch(value -> value.contains(insert)))
        unused.add(group);
    }
    requireKnown("address", unused, parameters, teller);
    return with;
  }

  private static void requireKnown(
      String key, Iterable<String> names, List<String> parameters, Block teller) {
    for (String name : names)
      if (!parameters.contains(name))
        teller.wrong(
            key, "the family has no parameter '" + name + "'" + Problems.hint(name, parameters));
  }

  /** The family's parameters as they stand in this address; absent if it is of another kind. */
  Optional<Map<String, String>> parameters(String url) {
    Matcher matcher = pattern.matcher(url);
    if (!matcher.find()) return Optional.empty();
    Map<String, String> groups = new HashMap<>();
    for (String group : pattern.namedGroups().keySet())
      Optional.ofNullable(matcher.group(group)).ifPresent(text -> groups.put(group, text));
    Map<String, String> values = new HashMap<>();
    with.forEach((name, template) -> values.put(name, Families.filled(template, groups)));
    return Optional.of(values);
  }
}
