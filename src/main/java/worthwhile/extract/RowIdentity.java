package worthwhile.extract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import worthwhile.extract.rule.Digest;
import worthwhile.extract.rule.Draft;
import worthwhile.extract.rule.SourcePage;
import worthwhile.source.Emits;
import worthwhile.source.Filter;
import worthwhile.source.Rule;
import worthwhile.source.Shape;

/**
 * Tells what identifies rows whose own identifiers are missing, or are the same for all. Never
 * their places on the page: these change from day to day.
 */
final class RowIdentity {
  private RowIdentity() {}

  /**
   * Whether a row without an identifier has something else that identifies it: an address of its
   * own, or, where the source has no addresses, a title and who offers it, which is then set.
   */
  static boolean isIdentified(Draft draft, Shape shape, SourcePage page) {
    if (page.source().emits() == Emits.AGGREGATE_RATING || words(draft).isEmpty()) return false;
    if (isShaped(shape.fields().get("identifier"))) return false;
    Rule url = shape.fields().get("url");
    if (url != null && inserts(url)) return false;
    if (draft.has("url"))
      return !address(draft).equals(Canonical.identity(page.response().url().toString()));
    if (!draft.has("hiringOrganization") && !draft.has("author")) return false;
    draft.put("identifier", Digest.of(words(draft)));
    return true;
  }

  /**
   * What a row says it is, whatever else of it cannot be read: its own identifier, or the address
   * that stands in for one. Absent where a digest of its words would, since they may be what lacks.
   */
  static Optional<String> told(Draft draft, Shape shape, SourcePage page) {
    if (draft.has("identifier")) return Optional.ofNullable(draft.text("identifier"));
    Rule url = shape.fields().get("url");
    boolean isItsOwn =
        draft.has("url")
            && !isShaped(shape.fields().get("identifier"))
            && (url == null || !inserts(url))
            && !address(draft).equals(Canonical.identity(page.response().url().toString()));
    return isItsOwn ? Optional.of(address(draft)) : Optional.empty();
  }

  /** Whether the rule says what an identifier looks like: what has none so is no offer. */
  private static boolean isShaped(@Nullable Rule rule) {
    if (rule == null) return false;
    return rule.filters().stream().anyMatch(Filter.Regex.class::isInstance)
        || (rule.from() instanceof Rule.First(List<Rule> rules)
            && rules.stream().anyMatch(RowIdentity::isShaped));
  }

  private static boolean inserts(Rule rule) {
    return switch (rule.from()) {
      case Rule.Filled filled -> filled.template().inserts().contains("identifier");
      case Rule.First first -> first.rules().stream().anyMatch(RowIdentity::inserts);
      case Rule.Elements _, Rule.Json _, Rule.Value _, Rule.Address _, Rule.Key _ -> false;
    };
  }

  /**
   * Gives rows of one and the same identifier others if they are plainly different things.
   *
   * @return what is to be noted of the page; absent if all is well
   */
  static Optional<String> toldApart(List<Draft> rows) {
    Map<String, List<Draft>> same =
        rows.stream()
            .filter(row -> row.has("identifier") || row.has("url"))
            .collect(
                Collectors.groupingBy(RowIdentity::key, LinkedHashMap::new, Collectors.toList()));
    List<List<Draft>> mixed = same.values().stream().filter(RowIdentity::areDifferent).toList();
    mixed.forEach(RowIdentity::tellApart);
    return mixed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "identifier: one and the same in %d different rows, which are told apart by their links"
                .formatted(mixed.stream().mapToInt(List::size).sum()));
  }

  private static @Nullable String key(Draft row) {
    return row.has("identifier") ? row.text("identifier") : address(row);
  }

  /**
   * One thing may be linked in two ways or be renamed; what has another link and name is another.
   */
  private static boolean areDifferent(List<Draft> rows) {
    boolean linked = rows.getFirst().has("identifier") && rows.stream().anyMatch(r -> r.has("url"));
    return distinct(rows, RowIdentity::words) > 1
        && (!linked || distinct(rows, row -> row.text("url")) > 1);
  }

  private static void tellApart(List<Draft> rows) {
    boolean byLink = distinct(rows, RowIdentity::address) == distinct(rows, RowIdentity::words);
    for (Draft row : rows)
      row.put("identifier", byLink ? address(row) : Digest.of(address(row) + "\n" + words(row)));
  }

  private static long distinct(List<Draft> rows, Function<Draft, String> of) {
    return rows.stream().map(of).distinct().count();
  }

  private static String address(Draft row) {
    String url = row.text("url");
    return url == null ? "" : Canonical.identity(url);
  }

  /** What a row is called, and by whom. */
  private static String words(Draft row) {
    boolean post = row.has("text") || row.has("headline");
    return (post
            ? Stream.of(row.text("author"), row.text("headline"), row.text("text"))
            : Stream.of(row.text("title"), row.text("hiringOrganization"), row.text("jobLocation")))
        .filter(Objects::nonNull)
        .collect(Collectors.joining("\n"));
  }
}
