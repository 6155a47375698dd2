package worthwhile.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import worthwhile.posting.AggregateRating;

/** A real recording of what workers say of requesters. */
class RecordedRatingsTest extends RecordedPages {
  private static final Map<String, String> ASPECTS =
      Map.of("communication", "comm", "pay", "pay", "fairness", "fair", "speed", "fast");

  @Test
  void turkopticonOfManyRequesters() {
    String file = "mturk/sampleRequesters.json";
    Extraction.Items found =
        items(read("turkopticon", file, "https://turkopticon.net/api/multi-attrs.php?ids=A"));
    assertThat(found.rejected()).isEmpty();
    List<AggregateRating> ratings =
        found.items().stream().map(AggregateRating.class::cast).toList();
    assertThat(ratings).hasSize(48);
    pairs(
        ratings,
        List.copyOf(json(file).properties()),
        (rating, entry) -> {
          JsonNode row = entry.getValue();
          assertThat(rating.itemReviewed())
              .isEqualTo(
                  new AggregateRating.Reviewed(
                      row.path("name").asString().strip(), "mturk", entry.getKey()));
          assertThat(rating.reviewCount()).isEqualTo(row.path("reviews").asInt());
          assertThat(rating.tosFlags()).isEqualTo(row.path("tos_flags").asInt());
          ASPECTS.forEach((aspect, word) -> figure(rating, aspect, row.at("/attrs/" + word)));
        });
  }

  private static void figure(AggregateRating rating, String aspect, JsonNode stated) {
    BigDecimal figure = rating.ratingValue().get(aspect);
    if (stated.asString().equals("0.00")) assertThat(figure).as("nobody judged").isNull();
    else assertThat(figure).isEqualByComparingTo(stated.asString());
  }
}
