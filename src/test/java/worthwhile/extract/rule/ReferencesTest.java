package worthwhile.extract.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import worthwhile.posting.PostingJson;

/** What is only mentioned by its id is told in full, within bounds. */
class ReferencesTest {
  private static final URI BASE = URI.create("https://board.example/jobs");

  private static JsonNode json(String text) {
    return PostingJson.MAPPER.readTree(text.replace('\'', '"'));
  }

  private static String in(String page, String row) {
    JsonNode given = json(row);
    return new References(List.of(json(page), given), BASE).in(given).toString().replace('"', '\'');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'@id':'#o','name':'Mill'} | {'by':{'@id':'#o'}} | {'by':{'@id':'#o','name':'Mill'}}",
        "{'@id':'#o','name':'Mill'} | {'by':[{'@id':'#o'},7]} | {'by':[{'@id':'#o','name':'Mill'},7]}",
        "{'@id':'#o','name':'Mill'} | {'by':{'@id':'#o','@type':'Org'}} | {'by':{'@id':'#o','name':'Mill'}}",
        "{'@id':'https://board.example/jobs#o','name':'Mill'} | {'by':{'@id':' #o '}}"
            + " | {'by':{'@id':'https://board.example/jobs#o','name':'Mill'}}",
        "[{'@graph':[{'@id':'#o','name':'Mill'}]}] | {'by':{'@id':'#o'}} | {'by':{'@id':'#o','name':'Mill'}}",
        "{'@id':'#o','name':'Mill'} | {'by':{'@id':'#p'}} | {'by':{'@id':'#p'}}",
        "{'@id':'#o','name':'Mill'} | {'by':{'@id':'#o','url':'/o'}} | {'by':{'@id':'#o','url':'/o'}}",
        "{'@id':'#o'} | {'by':{'@id':'#o'}} | {'by':{'@id':'#o'}}",
        "{'@id':7,'name':'Mill'} | {'by':{'@id':7}} | {'by':{'@id':7}}",
      })
  void aMentionIsToldInFullWhereThePageSaysMore(String page, String row, String told) {
    assertThat(in(page, row)).isEqualTo(told);
  }

  @Test
  void twoThingsOfOneIdTellNothingUnlessTheirNamesAreTheSame() {
    String row = "{'by':{'@id':'#o'}}";
    assertThat(in("[{'@id':'#o','name':'Mill'},{'@id':'#o','name':'Inn'}]", row)).isEqualTo(row);
    assertThat(in("[{'@id':'#o','name':'Mill'},{'@id':'#o','name':'Mill','url':'/o'}]", row))
        .isEqualTo("{'by':{'@id':'#o','name':'Mill'}}");
  }

  @Test
  void aMentionIsOneWhereAnotherPlaceSaysMore() {
    JsonNode page = json("[{'@id':'#o','name':'Mill'}]");
    References references = new References(List.of(page), BASE);
    assertThat(references.isMention(json("{'@id':'#o'}"))).isTrue();
    assertThat(references.isMention(json("{'@id':'#p'}"))).isFalse();
    assertThat(references.isMention(page.get(0))).isFalse();
    assertThat(references.isMention(json("{'@type':'Org'}"))).isFalse();
  }

  /** Each thing mentions the next one; the fifth inside one another is left a mention. */
  @Test
  void mentionsAreFollowedFourDeep() {
    String page =
        IntStream.rangeClosed(1, 6)
            .mapToObj(
                n -> "{'@id':'#" + n + "','name':'n" + n + "','of':{'@id':'#" + (n + 1) + "'}}")
            .collect(Collectors.joining(",", "[", "]"));
    assertThat(in(page, "{'of':{'@id':'#1'}}"))
        .contains("'name':'n4','of':{'@id':'#5'}}")
        .doesNotContain("n5");
  }

  @Test
  void aCircleEnds() {
    String page = "[{'@id':'#a','of':{'@id':'#b'}},{'@id':'#b','of':{'@id':'#a'}}]";
    assertThat(in(page, "{'of':{'@id':'#a'}}"))
        .isEqualTo(
            "{'of':{'@id':'#a','of':{'@id':'#b','of':{'@id':'#a','of':{'@id':'#b',"
                + "'of':{'@id':'#a'}}}}}}");
  }

  @Test
  void twoHundredMentionsOfARowAreFollowedAndOfTheNextRowAsMany() {
    JsonNode page = json("{'@id':'#o','name':'Mill'}");
    JsonNode row =
        json(
            IntStream.rangeClosed(1, 201)
                .mapToObj(_ -> "{'@id':'#o'}")
                .collect(Collectors.joining(",", "{'by':[", "]}")));
    References references = new References(List.of(page), BASE);
    for (int i = 0; i < 2; i++) {
      JsonNode told = references.in(row).path("by");
      assertThat(told.size()).isEqualTo(201);
      assertThat(told.get(199).has("name")).isTrue();
      assertThat(told.get(200).has("name")).isFalse();
    }
  }
}
