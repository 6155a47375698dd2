package worthwhile.source.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import worthwhile.source.Ask;
import worthwhile.source.FetchRules;
import worthwhile.source.Pagination;
import worthwhile.source.Pointer;
import worthwhile.source.Template;

/** Reads how a page is asked for and how it goes on. */
final class AskReader {
  static final List<String> KEYS = List.of("url", "method", "body", "headers", "pages");
  private static final List<String> PAGES =
      List.of(
          "first",
          "last",
          "size",
          "of",
          "more",
          "end-status",
          "offset",
          "total",
          "cursor",
          "start",
          "follow",
          "next",
          "link-header",
          "ids");
  private static final List<String> INSERTS =
      List.of("page", "size", "offset", "cursor", "at-epoch", "ids", "row:FIELD", "secret:NAME");
  private static final int MOST_PAGES = 1000;

  private AskReader() {}

  /** The way of asking; absent without an address. */
  static Optional<Ask> ask(Block block, Optional<FetchRules.Auth> auth) {
    Pagination paging = paging(block);
    if (!block.has("url")) return Optional.empty();
    Template url = Template.of(block.text("url").orElse(""));
    for (String insert : url.inserts())
      if (!isInsert(insert))
        block.wrong("url", "unknown insert {" + insert + "}" + Problems.hint(insert, INSERTS));
    return Optional.of(
        new Ask(
            url,
            block.word("method", List.of("GET", "POST")).orElse("GET"),
            block.text("body").map(text -> Template.of(text, AskReader::isInsert)),
            templates(block.map("headers")),
            paging,
            auth));
  }

  static boolean isInsert(String name) {
    return INSERTS.contains(name) || name.startsWith("row:") || name.startsWith("secret:");
  }

  private static Map<String, Template> templates(Map<String, String> texts) {
    Map<String, Template> templates = new LinkedHashMap<>();
    texts.forEach((name, text) -> templates.put(name, Template.of(text, AskReader::isInsert)));
    return templates;
  }

  private static Pagination paging(Block page) {
    Optional<Block> block = page.block("pages");
    if (block.isEmpty()) return new Pagination.Single();
    Block pages = block.get().only(PAGES);
    Map<String, Function<Block, Optional<Pagination>>> kinds = new LinkedHashMap<>();
    kinds.put("first", b -> Optional.of(numbers(b)));
    kinds.put("offset", b -> Optional.of(offsets(b)));
    kinds.put("cursor", b -> b.pointer("cursor").map(p -> cursor(p, b)));
    kinds.put("follow", b -> b.css("follow").map(c -> new Pagination.Follow(c, last(b))));
    kinds.put("next", b -> b.pointer("next").map(p -> new Pagination.NextUrl(p, last(b))));
    kinds.put(
        "link-header",
        b -> b.text("link-header").map(rel -> new Pagination.LinkHeader(rel, last(b))));
    kinds.put("ids", b -> b.text("ids").map(platform -> known(platform, b)));
    List<String> found = new ArrayList<>(kinds.keySet());
    found.removeIf(kind -> !pages.has(kind));
    if (found.size() != 1) {
      page.wrong("pages", "takes exactly one of " + String.join(", ", kinds.keySet()));
      return new Pagination.Single();
    }
    return Objects.requireNonNull(
            kinds.get(found.getFirst()), "the kinds that were found are keys of this map")
        .apply(pages)
        .orElse(new Pagination.Single());
  }

  private static Pagination numbers(Block pages) {
    int first = pages.number("first", 0, MOST_PAGES).orElse(1);
    int last = pages.number("last", first, MOST_PAGES).orElse(first);
    return new Pagination.Numbers(first, last, pages.number("size", 1, 10_000), end(pages));
  }

  private static Pagination cursor(Pointer pointer, Block pages) {
    return new Pagination.Cursor(pointer, pages.text("start").orElse(""), last(pages), end(pages));
  }

  private static Pagination.End end(Block pages) {
    Set<Integer> statuses = new HashSet<>();
    for (String status : pages.texts("end-status")) {
      if (status.matches("4[0-9]{2}")) statuses.add(Integer.valueOf(status));
      else pages.wrong("end-status", "must be a status from 400 to 499, not '" + status + "'");
    }
    return new Pagination.End(count(pages), pages.pointer("more"), statuses);
  }

  /** A pointer into the body, or the name of a header. */
  private static Optional<Pagination.Count> count(Block pages) {
    Optional<String> of = pages.text("of");
    if (of.isEmpty()) return Optional.empty();
    return of.get().startsWith("/")
        ? pages.pointer("of").map(Pagination.Count.InBody::new)
        : of.map(Pagination.Count.InHeader::new);
  }

  private static Pagination offsets(Block pages) {
    pages.require("size");
    return new Pagination.Offsets(
        pages.number("offset", 0, 1_000_000).orElse(0),
        pages.number("size", 1, 10_000).orElse(100),
        last(pages),
        pages.pointer("total"));
  }

  private static Pagination known(String platform, Block pages) {
    pages.require("size");
    return new Pagination.Known(platform, pages.number("size", 1, 500).orElse(50), last(pages));
  }

  private static int last(Block pages) {
    return pages.number("last", 1, MOST_PAGES).orElse(1);
  }
}
