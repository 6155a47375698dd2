package worthwhile.extract.rule;

import java.util.Optional;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;

/**
 * One row of a page.
 *
 * @param element the row in markup; absent if rows are JSON and the page is none
 * @param json the row in JSON; absent if rows are elements
 * @param top the whole JSON that the row is part of
 * @param key the row's name, where rows are the values of an object
 * @param fault why nothing of it can be read; absent for nearly every row
 */
public record PageRow(
    Optional<Element> element,
    Optional<JsonNode> json,
    Optional<JsonNode> top,
    Optional<String> key,
    Optional<String> fault) {
  static PageRow of(Element element) {
    return new PageRow(
        Optional.of(element),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static PageRow of(JsonNode json, JsonNode top, Optional<Element> page) {
    return new PageRow(
        page, Optional.of(json), Optional.of(top), Optional.empty(), Optional.empty());
  }

  public PageRow named(String name) {
    return new PageRow(element, json, top, Optional.of(name), fault);
  }

  PageRow faulty(String why) {
    return new PageRow(element, json, top, key, Optional.of(why));
  }
}
