package worthwhile.community;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The rules by which people judge what others say. They are never changed, only followed by a next
 * version: a decision is read by the rules of its time.
 *
 * @param version of all of them together
 */
public record ModerationRules(String version, List<Rule> rules) {
  /** The rules of today. */
  public static final ModerationRules CURRENT = load("1");

  /** What is meant where somebody says that nothing is to be done. */
  static final String NONE_BROKEN = "no-rule-broken";

  /** By which a claim is accepted that was proved. */
  static final String SHOWN = "claim-is-shown";

  /**
   * One rule.
   *
   * @param id one word with hyphens, such as {@code personal-data}
   * @param sentence what it says
   */
  public record Rule(String id, String sentence) {}

  public ModerationRules {
    rules = List.copyOf(rules);
  }

  private static ModerationRules load(String version) {
    String file = "/worthwhile/community/rules-" + version + ".txt";
    try (InputStream in = ModerationRules.class.getResourceAsStream(file)) {
      if (in == null) throw new IllegalStateException(file + " is missing: build again");
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new ModerationRules(version, text.lines().map(ModerationRules::rule).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  private static Rule rule(String line) {
    String[] sides = line.split(": ", 2);
    return new Rule(sides[0], sides[1]);
  }

  public boolean has(String id) {
    return rules.stream().anyMatch(rule -> rule.id().equals(id));
  }

  /** All ids, for a message that lists what is allowed. */
  public String ids() {
    return rules.stream().map(Rule::id).collect(Collectors.joining(", "));
  }

  /** A rule as the log names it: with the version. */
  String named(String id) {
    return id + "@" + version;
  }
}
