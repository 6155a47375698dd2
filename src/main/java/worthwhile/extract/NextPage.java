package worthwhile.extract;

import java.math.BigInteger;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import worthwhile.extract.rule.JsonText;
import worthwhile.extract.rule.Links;
import worthwhile.extract.rule.SourcePage;
import worthwhile.fetch.body.Body;
import worthwhile.source.Ask;
import worthwhile.source.PageKind;
import worthwhile.source.PageRequest;
import worthwhile.source.PageRules;
import worthwhile.source.Pagination;
import worthwhile.source.Pointer;
import worthwhile.source.Requests;
import worthwhile.source.SourceDefinition;
import worthwhile.source.Template;

/** Works out the request for the page after this one. */
final class NextPage {
  private static final Pattern LINK =
      Pattern.compile(
          "<([^<>]*+)>\\s*+((?:;\\s*+[\\w*-]++\\s*+=\\s*+(?:\"[^\"]*+\"|[^\\s;,]*+)\\s*+)*+)");

  /** A longer Link header is looked at no further. */
  private static final int LONGEST_HEADER = 4_000;

  private final SourcePage page;
  private final SourceDefinition source;
  private final Ask ask;
  private final int number;
  private final int rows;

  private NextPage(SourcePage page, Ask ask, int number, int rows) {
    this.page = page;
    this.source = page.source();
    this.ask = ask;
    this.number = number;
    this.rows = rows;
  }

  /**
   * The next request; absent on the last page.
   *
   * @param at where this page stands
   * @param rows how many rows it held
   */
  static Optional<PageRequest> after(
      SourcePage page, PageRules rules, PageKind.Listing at, int rows) {
    URI here = page.response().url();
    Optional<Ask> keyed =
        rules.withKey().map(PageRules.WithKey::ask).filter(ask -> fits(ask, here));
    Optional<Ask> ask = rules.ask().filter(a -> fits(a, here)).or(() -> keyed).or(rules::ask);
    return ask.flatMap(found -> new NextPage(page, found, number(at, found, here), rows).request());
  }

  private static boolean fits(Ask ask, URI url) {
    String text = ask.url().text();
    return text.startsWith(url.getScheme() + "://" + url.getRawAuthority() + "/")
        || text.startsWith(url.getScheme() + "://" + url.getRawAuthority() + "?");
  }

  /** Its place in the paging; a listing's start may be a later page, as its address says. */
  private static int number(PageKind.Listing at, Ask ask, URI url) {
    if (at.number() > 1) return at.number();
    return switch (ask.paging()) {
      case Pagination.Numbers numbers ->
          inserted(ask.url(), "page", url)
              .map(page -> page - numbers.first() + 1)
              .filter(n -> n > 0)
              .orElse(1);
      case Pagination.Offsets offsets ->
          inserted(ask.url(), "offset", url)
              .map(offset -> (offset - offsets.offset()) / offsets.size() + 1)
              .filter(n -> n > 0)
              .orElse(1);
      case Pagination.Single single -> 1;
      case Pagination.Cursor cursor -> 1;
      case Pagination.Follow follow -> 1;
      case Pagination.NextUrl next -> 1;
      case Pagination.LinkHeader header -> 1;
      case Pagination.Known known -> 1;
    };
  }

  private static Optional<Integer> inserted(Template template, String name, URI url) {
    StringBuilder pattern = new StringBuilder();
    for (Template.Part part : template.parts()) {
      if (!part.insert()) pattern.append(Pattern.quote(part.text()));
      else if (part.text().equals(name)) pattern.append("(?<at>[0-9]{1,7})");
      else pattern.append(".*?");
    }
    if (!pattern.toString().contains("(?<at>")) return Optional.empty();
    Matcher matcher = Pattern.compile(pattern.toString()).matcher(url.toString());
    return matcher.matches()
        ? Optional.of(Integer.parseInt(matcher.group("at")))
        : Optional.empty();
  }

  private Optional<PageRequest> request() {
    return switch (ask.paging()) {
      case Pagination.Single single -> Optional.empty();
      case Pagination.Known known -> Optional.empty();
      case Pagination.Numbers numbers ->
          numbers.first() + number > numbers.last()
                  || isLast(numbers.end()).orElse(isShort(numbers.size()))
              ? Optional.empty()
              : numbered(Map.of());
      case Pagination.Offsets offsets -> offset(offsets);
      case Pagination.Cursor cursor ->
          number >= cursor.last() || isLast(cursor.end()).orElse(false)
              ? Optional.empty()
              : told(cursor.cursor()).flatMap(value -> numbered(Map.of("cursor", value)));
      case Pagination.Follow follow -> number >= follow.last() ? Optional.empty() : follow(follow);
      case Pagination.NextUrl next ->
          number >= next.last() ? Optional.empty() : told(next.url()).flatMap(this::at);
      case Pagination.LinkHeader header ->
          number >= header.last() ? Optional.empty() : link(header.rel()).flatMap(this::at);
    };
  }

  private boolean isShort(OptionalInt size) {
    return size.isPresent() && rows < size.getAsInt();
  }

  /** What the answer itself says; absent if that is nothing, or nonsense. */
  private Optional<Boolean> isLast(Pagination.End end) {
    Optional<Boolean> byCount =
        end.pages()
            .flatMap(this::count)
            .filter(text -> text.strip().matches("[0-9]{1,7}"))
            .map(text -> number >= Integer.parseInt(text.strip()));
    return byCount.or(() -> end.more().flatMap(this::isDenied));
  }

  private Optional<String> count(Pagination.Count where) {
    return switch (where) {
      case Pagination.Count.InBody(Pointer pointer) -> told(pointer);
      case Pagination.Count.InHeader(String name) ->
          page.response().header(name.toLowerCase(Locale.ROOT));
    };
  }

  /** Whether the pointer leads to false, 0 or ""; absent if it leads nowhere or to null. */
  private Optional<Boolean> isDenied(Pointer pointer) {
    return page.jsonRoot().stream()
        .flatMap(root -> pointer.all(root).stream())
        .flatMap(node -> JsonText.of(node).stream())
        .findFirst()
        .map(text -> text.isBlank() || text.equals("false") || text.equals("0"));
  }

  private Optional<PageRequest> numbered(Map<String, String> inserts) {
    return Requests.numbered(ask, source, number + 1, inserts, page.response().at());
  }

  private Optional<PageRequest> offset(Pagination.Offsets offsets) {
    boolean enough = number >= offsets.last() || rows < offsets.size();
    if (offsets.total().isPresent()) {
      Optional<BigInteger> total =
          told(offsets.total().get()).filter(t -> t.matches("[0-9]{1,12}")).map(BigInteger::new);
      long reached = offsets.offset() + (long) number * offsets.size();
      if (total.isPresent())
        enough =
            number >= offsets.last() || total.get().compareTo(BigInteger.valueOf(reached)) <= 0;
    }
    return enough ? Optional.empty() : numbered(Map.of());
  }

  /** A value that the answer's JSON tells; null and "" end the paging. */
  private Optional<String> told(Pointer pointer) {
    Optional<JsonNode> root = page.jsonRoot();
    if (root.isEmpty()) return Optional.empty();
    List<JsonNode> found = pointer.all(root.get());
    return found.stream()
        .findFirst()
        .flatMap(JsonText::of)
        .filter(text -> !text.isBlank() && !text.equals("false"));
  }

  private Optional<PageRequest> follow(Pagination.Follow follow) {
    if (page.kind() == Body.Kind.JSON) return Optional.empty();
    return page.first(follow.link())
        .map(link -> link.hasAttr("href") ? link.attr("href") : link.text())
        .flatMap(this::at);
  }

  private Optional<PageRequest> at(String target) {
    URI here = page.response().url();
    return Links.absolute(page.base(), target)
        .flatMap(Requests::uri)
        .filter(url -> !url.equals(here))
        .filter(url -> here.getHost().equalsIgnoreCase(url.getHost()))
        .flatMap(url -> Requests.at(ask, source, number + 1, url));
  }

  private static String start(String header) {
    return header.substring(0, Math.min(header.length(), LONGEST_HEADER));
  }

  private Optional<String> link(String rel) {
    Matcher matcher = LINK.matcher(start(page.response().header("link").orElse("")));
    while (matcher.find())
      if (matcher
          .group(2)
          .matches(
              "(?is).*\\brel\\s*=\\s*\"?(?:[^\"]*\\s)?"
                  + Pattern.quote(rel)
                  + "(?:[\\s\"].*|;.*|)")) return Optional.of(matcher.group(1));
    return Optional.empty();
  }
}
