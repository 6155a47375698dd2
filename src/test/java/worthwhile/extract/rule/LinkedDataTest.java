package worthwhile.extract.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.fetch.body.LenientJson;

/** Objects of a type are found wherever they stand in linked data, and nothing else is. */
class LinkedDataTest {
  private static final URI BASE = URI.create("https://board.example/jobs");
  private static final List<String> JOBS = List.of("JobPosting");

  private static List<String> titles(LinkedData.Objects objects) {
    return objects.found().stream().map(row -> row.path("title").stringValue("")).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'@type':'JobPosting','title':'a'} | a",
        "{'@type':['Thing','JobPosting'],'title':'a'} | a",
        "{'@type':'https://schema.org/JobPosting','title':'a'} | a",
        "{'@type':'schema:JobPosting','title':'a'} | a",
        "[{'@type':'JobPosting','title':'a'},{'@type':'JobPosting','title':'b'}] | a b",
        "{'@graph':[{'@type':'WebPage'},{'@type':'JobPosting','title':'a'}]} | a",
        "{'@type':'ItemList','itemListElement':[{'item':{'@type':'JobPosting','title':'a'}}]} | a",
        "{'@type':'JobPosting','title':'a','about':{'@type':'JobPosting','title':'b'}} | a",
        "{'@type':'NoJobPosting','title':'a'} | ``",
        "{'@type':7,'title':'a'} | ``",
        "{'title':'a'} | ``",
        "['JobPosting'] | ``",
      })
  void objectsOfTheTypeAreFoundOnce(String json, String found) {
    LinkedData.Objects objects =
        LinkedData.inJson(LenientJson.body(json.replace('\'', '"')), JOBS, BASE);
    assertThat(String.join(" ", titles(objects))).isEqualTo(found);
    assertThat(objects.emptyList()).isFalse();
    assertThat(objects.notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | true",
        "{'@graph':[]} | true",
        "{} | false",
        "{'@graph':{}} | false",
        "[{}] | false",
        "{'@graph':[7]} | false"
      })
  void onlyAListThatIsEmptySaysThatThereIsNothing(String json, boolean empty) {
    LinkedData.Objects objects =
        LinkedData.inJson(LenientJson.body(json.replace('\'', '"')), JOBS, BASE);
    assertThat(objects.emptyList()).isEqualTo(empty);
    assertThat(objects.found()).isEmpty();
  }

  @Test
  void allScriptsOfAPageAreReadAndABrokenOneIsTold() {
    LinkedData.Objects objects =
        LinkedData.inPage(
            Jsoup.parse(
                "<script type='application/ld+json'>{\"@type\":\"JobPosting\",\"title\":\"a\"}</script>"
                    + "<script type='application/ld+json; charset=utf-8'>"
                    + "{\"@type\":\"JobPosting\",\"title\":\"b\"}</script>"
                    + "<script type='application/json'>{\"@type\":\"JobPosting\",\"title\":\"c\"}</script>"
                    + "<script type='application/ld+json'>so much for JSON</script>"),
            JOBS,
            BASE);
    assertThat(titles(objects)).containsExactly("a", "b");
    assertThat(objects.notes()).hasSize(1).first().asString().startsWith("JSON-LD: ");
  }
}
