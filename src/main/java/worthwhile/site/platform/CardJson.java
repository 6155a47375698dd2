package worthwhile.site.platform;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.posting.word.Worded;
import worthwhile.source.card.Domain;

/** The particulars of a card as the API writes them: beside everything else, not in a box. */
final class CardJson {
  private CardJson() {}

  static void flatten(ObjectNode card) {
    ObjectNode particulars = (ObjectNode) card.remove("particulars");
    move(card, particulars, "minimumPayout");
    move(card, particulars, "paidAfterDays");
    ArrayNode lookAlikes = card.putArray("lookAlikes");
    for (JsonNode domain : particulars.path("domains")) {
      Domain.Use use = Domain.Use.valueOf(domain.get("use").stringValue());
      ((ObjectNode) domain).put("use", Worded.wordOf(use));
      if (use == Domain.Use.LOOK_ALIKE) lookAlikes.add(domain.get("name").stringValue());
    }
    if (lookAlikes.isEmpty()) card.remove("lookAlikes");
    card.setAll(particulars);
  }

  /** What a value of the card rests on gets a name of its own. */
  private static void move(ObjectNode card, ObjectNode particulars, String name) {
    JsonNode citation = particulars.remove(name);
    if (citation != null) card.set(name + "Cited", citation);
  }
}
