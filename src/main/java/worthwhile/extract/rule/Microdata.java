package worthwhile.extract.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads microdata (WHATWG HTML, section 5) and the RDFa Lite that looks like it as the objects that
 * JSON-LD would hold.
 */
final class Microdata {
  /** Objects in objects are read so deep, and of so many parts elsewhere. */
  private static final int DEEPEST = 12;

  private static final int MOST_PARTS = 20;

  private final String scope;
  private final String type;
  private final String property;

  private Microdata(String scope, String type, String property) {
    this.scope = scope;
    this.type = type;
    this.property = property;
  }

  static List<JsonNode> in(Document document, List<String> types) {
    List<JsonNode> found =
        new ArrayList<>(new Microdata("itemscope", "itemtype", "itemprop").all(document, types));
    if (found.isEmpty())
      found.addAll(new Microdata("typeof", "typeof", "property").all(document, types));
    return found;
  }

  private List<JsonNode> all(Document document, List<String> types) {
    List<JsonNode> found = new ArrayList<>();
    for (Element element : document.select("[" + type + "]"))
      if (types.contains(typeOf(element))) found.add(object(element, List.of()));
    return found;
  }

  private String typeOf(Element element) {
    return element.attr(type).strip().replaceFirst("(?s)\\s.*", "").replaceFirst("^.*[/#:]", "");
  }

  /**
   * The object that an element is; parts may stand elsewhere on the page ({@code itemref}).
   *
   * @param within elements that are being read, which no part of theirs contains again
   */
  private ObjectNode object(Element element, List<Element> within) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    if (element.hasAttr(type)) object.put("@type", typeOf(element));
    List<Element> inside = Stream.concat(within.stream(), Stream.of(element)).toList();
    for (Element child : element.children()) collect(child, object, inside);
    for (Element part : elsewhere(element)) collect(part, object, inside);
    return object;
  }

  private static List<Element> elsewhere(Element element) {
    Document document = element.ownerDocument();
    String ids = element.attr("itemref").strip();
    if (ids.isEmpty() || document == null) return List.of();
    return Arrays.stream(ids.split("\\s+"))
        .distinct()
        .limit(MOST_PARTS)
        .map(document::getElementById)
        .filter(part -> part != null && part.parents().stream().noneMatch(element::equals))
        .toList();
  }

  private void collect(Element element, ObjectNode into, List<Element> within) {
    if (within.contains(element) || within.size() > DEEPEST) return;
    boolean nested = element.hasAttr(scope);
    if (element.hasAttr(property)) {
      JsonNode value = nested ? object(element, within) : value(element);
      for (String name : element.attr(property).strip().split("\\s+"))
        add(into, name.replaceFirst("^.*[/#:]", ""), value);
    }
    if (!nested) for (Element child : element.children()) collect(child, into, within);
  }

  private static void add(ObjectNode into, String name, JsonNode value) {
    JsonNode before = into.get(name);
    if (before == null) into.set(name, value);
    else if (before instanceof ArrayNode list) list.add(value);
    else into.set(name, JsonNodeFactory.instance.arrayNode().add(before).add(value));
  }

  private static JsonNode value(Element element) {
    return JsonNodeFactory.instance.stringNode(
        switch (element.normalName()) {
          case "meta" -> element.attr("content");
          case "time" -> first(element, "datetime", "content");
          case "a", "link", "area" -> first(element, "content", "href");
          case "img", "iframe", "source", "embed" -> element.attr("src");
          case "data", "meter" -> first(element, "value", "content");
          default -> first(element, "content");
        });
  }

  private static String first(Element element, String... attributes) {
    for (String attribute : attributes)
      if (element.hasAttr(attribute)) return element.attr(attribute);
    return element.html();
  }
}
