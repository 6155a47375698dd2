package worthwhile.extract.rule;

import com.google.re2j.Matcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.fetch.body.Body;
import worthwhile.fetch.body.LenientJson;
import worthwhile.fetch.body.XmlText;
import worthwhile.source.Pointer;
import worthwhile.source.Shape;

/** Finds the rows of a page in one shape. */
public final class Rows {
  /** What RSS 0.9 to 2.0 and Atom (RFC 4287) let a feed say of itself. */
  private static final Set<String> FEED_DATA =
      Set.of(
          ("title link description language copyright managingeditor webmaster pubdate"
                  + " lastbuilddate category generator docs cloud ttl image rating textinput"
                  + " skiphours skipdays id updated author contributor icon logo rights subtitle"
                  + " textarea published")
              .split(" "));

  private static final Set<String> FEED_PREFIXES = Set.of("atom", "atom10", "rss", "a10");
  private static final Set<String> ENTRIES = Set.of("item", "entry", "items", "entries", "li");

  /** Prefixes under which feeds say more of themselves. */
  private static final Set<String> FEED_EXTENSIONS =
      Set.of(
          ("sy syn dc dcterms itunes media feedburner opensearch georss creativecommons cc admin"
                  + " content image podcast googleplay thr slash wfw webfeeds")
              .split(" "));

  /** Answers within answers of a thread nest so deep at most; ten is usual. */
  private static final int DEEPEST = 12;

  private final SourcePage page;
  private final Shape shape;

  private Rows(SourcePage page, Shape shape) {
    this.page = page;
    this.shape = shape;
  }

  /** What looking for rows came to. */
  public sealed interface Found {}

  /** Rows, at least one. */
  public record Some(List<PageRow> rows) implements Found {}

  /** A well-formed list that holds nothing. */
  public record Nothing(String proof) implements Found {}

  /** No rows and no list either. */
  public record NoList(String reason) implements Found {}

  /** The body is not what the shape reads. */
  public record OtherFormat(String reason) implements Found {}

  /** The body should be what the shape reads, and is broken. */
  public record Broken(String reason) implements Found {}

  public static Found in(SourcePage page, Shape shape) {
    return new Rows(page, shape).find();
  }

  private Found find() {
    return switch (shape.format()) {
      case HTML -> page.kind() == Body.Kind.HTML ? elements() : other("HTML");
      case XML -> xml();
      case JSON -> shape.embedded().isPresent() ? embedded() : json();
      case JSON_LD -> linkedData();
      case MICRODATA -> page.kind() == Body.Kind.HTML ? microdata() : other("HTML");
    };
  }

  private Found other(String due) {
    String is = page.kind() == Body.Kind.OTHER ? "plain text" : page.kind().name();
    return new OtherFormat((page.text().isBlank() ? "nothing" : is) + " where " + due + " was due");
  }

  private Found xml() {
    if (page.kind() != Body.Kind.XML) return other("XML");
    return switch (page.xml()) {
      case XmlText.CutShort cut -> new Broken(cut.reason());
      case XmlText.Whole whole -> elements();
    };
  }

  private Found elements() {
    Document document = page.document();
    if (!(shape.rows() instanceof Shape.ElementRows rows))
      return new Some(List.of(PageRow.of(document)));
    List<Element> found = page.all(rows.css());
    // Each of them would be read with all that follow it.
    if (Nesting.upTo(DEEPEST, found).size() < found.size())
      return new Broken(
          "rows stand within rows, more than " + DEEPEST + " deep: their elements are not closed");
    if (!found.isEmpty()) return skipped(rows(found));
    if (shape.format() == Shape.Format.XML && isEmptyFeed(document))
      return new Nothing("a whole feed without entries");
    return new NoList("no element matches '" + rows.css() + "'");
  }

  /**
   * An entry of a feed never holds another: one that does was not closed, and what it says is mixed
   * with what they say. Answers on a page do hold each other.
   */
  private List<PageRow> rows(List<Element> found) {
    Set<Element> unclosed = page.kind() == Body.Kind.XML ? Nesting.around(found) : Set.of();
    return found.stream()
        .map(
            element ->
                unclosed.contains(element)
                    ? PageRow.of(element).faulty("not closed: the rows after it stand within it")
                    : PageRow.of(element))
        .toList();
  }

  /**
   * Whether a feed holds nothing but what a feed says of itself: an element that is not known may
   * be an entry under another name.
   */
  private static boolean isEmptyFeed(Document document) {
    Element root = document.firstElementChild();
    if (root == null) return false;
    return switch (root.normalName()) {
      case "feed" -> root.children().stream().allMatch(Rows::isFeedData);
      case "rss", "rdf:rdf" ->
          !root.select("> channel").isEmpty()
              && root.children().stream().allMatch(Rows::isChannelOrData)
              && root.select("> channel").stream()
                  .flatMap(channel -> channel.children().stream())
                  .allMatch(Rows::isFeedData);
      default -> false;
    };
  }

  private static boolean isChannelOrData(Element element) {
    return element.normalName().equals("channel") || isFeedData(element);
  }

  private static boolean isFeedData(Element element) {
    String name = element.normalName();
    int colon = name.indexOf(':');
    String local = name.substring(colon + 1);
    if (local.equals("items")) return element.select("*|li").isEmpty();
    if (colon < 0 || FEED_PREFIXES.contains(name.substring(0, colon)))
      return FEED_DATA.contains(local);
    return FEED_EXTENSIONS.contains(name.substring(0, colon)) && !ENTRIES.contains(local);
  }

  private Found skipped(List<PageRow> rows) {
    if (rows.size() > shape.skipRows())
      return new Some(rows.subList(shape.skipRows(), rows.size()));
    return new Nothing("a list of nothing but " + rows.size() + " leading rows that are no offers");
  }

  // --- JSON

  private Found json() {
    if (page.kind() != Body.Kind.JSON) return other("JSON");
    return switch (page.json()) {
      case LenientJson.Broken broken -> new Broken(broken.reason());
      case LenientJson.Values values -> pointed(values.values().getFirst(), Optional.empty());
    };
  }

  private Found pointed(JsonNode root, Optional<Element> around) {
    if (!(shape.rows() instanceof Shape.JsonRows(Pointer pointer)))
      return new Some(List.of(PageRow.of(root, root, around)));
    if (pointer.isOfAll() && parent(root, pointer) instanceof ObjectNode object)
      return named(object, root, around, pointer);
    return listed(pointer.all(root), root, around, pointer);
  }

  private Found listed(
      List<JsonNode> lists, JsonNode root, Optional<Element> around, Pointer pointer) {
    List<PageRow> rows = new ArrayList<>();
    boolean list = false;
    for (JsonNode node : lists) {
      if (node.isArray()) {
        list = true;
        for (JsonNode each : node.values())
          if (!each.isNull()) rows.add(PageRow.of(each, root, around));
      } else if (node.isObject() && !node.isEmpty()) {
        rows.add(PageRow.of(node, root, around));
      }
    }
    if (!rows.isEmpty()) return skipped(rows);
    if (list || emptyStar(root, pointer))
      return new Nothing("the list at '" + pointer + "' is empty");
    return new NoList("no list at '" + pointer + "'");
  }

  /** What a pointer's last star goes through; null if it is not one thing. */
  private static @Nullable JsonNode parent(JsonNode root, Pointer pointer) {
    List<JsonNode> parents = pointer.parent().all(root);
    return parents.size() == 1 ? parents.getFirst() : null;
  }

  /** Rows that are the values of an object; whoever is not known has an empty one. */
  private Found named(JsonNode object, JsonNode root, Optional<Element> around, Pointer pointer) {
    List<PageRow> rows = new ArrayList<>();
    boolean lists = false;
    for (var each : object.properties()) {
      JsonNode value = each.getValue();
      lists |= value.isArray();
      if (value.isObject() && !value.isEmpty())
        rows.add(PageRow.of(value, root, around).named(each.getKey()));
    }
    if (lists && rows.isEmpty()) return listed(List.copyOf(object.values()), root, around, pointer);
    if (!rows.isEmpty()) return skipped(rows);
    boolean blank = object.values().stream().allMatch(Rows::isBlank);
    return blank
        ? new Nothing("an object of nothing but empty values")
        : new NoList("no rows among the values of an object");
  }

  private static boolean isBlank(JsonNode value) {
    return value.isNull()
        || (value.isContainer() && value.isEmpty())
        || (value.isString() && value.stringValue().isBlank());
  }

  /** Whether a pointer with a star ends in an array or object that is there and empty. */
  private static boolean emptyStar(JsonNode root, Pointer pointer) {
    int star = pointer.steps().indexOf("*");
    if (star < 0) return false;
    Pointer before = new Pointer(pointer.text(), pointer.top(), pointer.steps().subList(0, star));
    List<JsonNode> found = before.all(root);
    return !found.isEmpty() && found.stream().allMatch(n -> n.isContainer() && n.isEmpty());
  }

  private Found embedded() {
    if (page.kind() != Body.Kind.HTML) return other("HTML");
    Optional<String> text = embeddedText();
    if (text.isEmpty()) return new NoList("the page holds no embedded JSON");
    return switch (LenientJson.script(text.get())) {
      case LenientJson.Broken broken -> new Broken("embedded: " + broken.reason());
      case LenientJson.Values values ->
          values.values().isEmpty()
              ? new NoList("the embedded JSON is blank")
              : pointed(values.values().getFirst(), Optional.of(page.document()));
    };
  }

  private Optional<String> embeddedText() {
    return switch (shape.embedded().orElseThrow()) {
      case Shape.InElement in ->
          page.first(in.css())
              .map(element -> in.attr().map(element::attr).orElseGet(() -> content(element)));
      case Shape.InText in -> {
        Matcher matcher = in.regex().matcher(page.text());
        yield matcher.find() ? Optional.ofNullable(matcher.group(1)) : Optional.empty();
      }
    };
  }

  static String content(Element element) {
    String data = element.data();
    return data.isEmpty() ? element.wholeText() : data;
  }

  // --- schema.org

  private Found linkedData() {
    if (page.kind() == Body.Kind.OTHER || page.kind() == Body.Kind.XML) return other("JSON-LD");
    LinkedData.Objects objects =
        page.kind() == Body.Kind.JSON
            ? LinkedData.inJson(page.json(), shape.types(), page.base())
            : LinkedData.inPage(page.document(), shape.types(), page.base());
    objects.notes().forEach(page::note);
    Optional<Element> around =
        page.kind() == Body.Kind.HTML ? Optional.of(page.document()) : Optional.empty();
    List<PageRow> rows = objects.found().stream().map(o -> PageRow.of(o, o, around)).toList();
    if (!rows.isEmpty()) return skipped(rows);
    if (page.kind() == Body.Kind.JSON && objects.emptyList())
      return new Nothing("an empty list of JSON-LD");
    String what = "no " + String.join(" or ", shape.types()) + " in the page's JSON-LD";
    return objects.notes().isEmpty()
        ? new NoList(what)
        : new Broken(what + "; " + objects.notes().getFirst());
  }

  private Found microdata() {
    Document document = page.document();
    List<PageRow> rows =
        Microdata.in(document, shape.types()).stream()
            .map(object -> PageRow.of(object, object, Optional.of(document)))
            .toList();
    return rows.isEmpty()
        ? new NoList("no " + String.join(" or ", shape.types()) + " in the page's microdata")
        : skipped(rows);
  }
}
