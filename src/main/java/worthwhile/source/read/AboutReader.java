package worthwhile.source.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.source.About;
import worthwhile.source.Access;

/** Reads why a source may be read. */
final class AboutReader {
  private static final List<String> KEYS =
      List.of(
          "operator",
          "terms",
          "access",
          "official-api",
          "governed-by",
          "checked",
          "attribution",
          "notes");
  private static final Map<String, Access> WORDS = words();

  private AboutReader() {}

  private static Map<String, Access> words() {
    Map<String, Access> words = new LinkedHashMap<>();
    for (Access access : Access.values())
      words.put(access.name().toLowerCase(java.util.Locale.ROOT), access);
    words.put("api-key", Access.KEY);
    words.put("account", Access.SESSION);
    return words;
  }

  static Optional<Access> access(Block block, String key) {
    return block.word(key, List.copyOf(WORDS.keySet())).map(WORDS::get);
  }

  static About about(Block source) {
    Optional<Block> found = source.block("about");
    if (found.isEmpty())
      return new About(
          Optional.empty(),
          Optional.empty(),
          Access.PUBLIC,
          Optional.empty(),
          About.GovernedBy.ROBOTS,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    Block about = found.get().only(KEYS);
    Access access = access(about, "access").orElse(Access.PUBLIC);
    Optional<String> api = about.text("official-api").filter(text -> !text.equals("none"));
    boolean terms = access == Access.KEY || api.filter(Block::isLink).isPresent();
    Optional<String> governed = about.word("governed-by", List.of("robots", "terms"));
    return new About(
        about.text("operator"),
        about.link("terms"),
        access,
        api,
        governed.map(word -> word.equals("terms")).orElse(terms)
            ? About.GovernedBy.TERMS
            : About.GovernedBy.ROBOTS,
        about.date("checked"),
        about.text("attribution"),
        about.text("notes"));
  }
}
