package worthwhile.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.posting.PostingJson;

/** What no posting can say is told with its mend; what one can say is let be. */
class ImpossibleTest {
  private static Map<String, String> in(String json) {
    return Impossible.in(PostingJson.MAPPER.readTree(json.replace('\'', '"')));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'source':'my list'} | source | source: \"my list\" has a blank",
        "{'source':'my:list'} | source | my-list",
        "{'timeRequired':0} | timeRequired | more than 0, not 0",
        "{'timeAllowed':-0.5} | timeAllowed | more than 0, not -0.5",
        "{'timeMeasured':'-5 minutes'} | timeMeasured | more than 0, not -5 minutes",
        "{'timeRequired':'− PT5M'} | timeRequired | more than 0",
        "{'timeRequired':'-PT5M'} | timeRequired | more than 0",
        "{'timeRequired':'PT-5M'} | timeRequired | more than 0",
        "{'timeRequired':'PT0S'} | timeRequired | more than 0",
        "{'timeRequired':'0:00'} | timeRequired | more than 0",
        "{'timeRequired':'0 min'} | timeRequired | more than 0",
        "{'totalJobOpenings':-1} | totalJobOpenings | not be negative, unlike -1",
        "{'baseSalary':'-5 USD'} | baseSalary | more than 0, not -5 USD",
        "{'baseSalary':'$ -5'} | baseSalary | more than 0",
        "{'baseSalary':'USD -.5'} | baseSalary | more than 0",
        "{'baseSalary':{'minValue':0,'maxValue':5}} | baseSalary | more than 0, not 0",
        "{'baseSalary':{'minValue':5,'maxValue':-5}} | baseSalary | more than 0, not -5"
      })
  void whatCannotBeIsToldByItsField(String json, String field, String reason) {
    assertThat(in(json)).containsOnlyKeys(field);
    assertThat(in(json).get(field)).startsWith(field + ": ").contains(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'source':' my-list '}",
        "{'source':7}",
        "{'timeRequired':0.01}",
        "{'timeRequired':'5 minutes'}",
        "{'timeRequired':'PT5M'}",
        "{'timeRequired':'0:05'}",
        "{'timeRequired':null}",
        "{'timeRequired':['-5 minutes']}",
        "{'totalJobOpenings':0}",
        "{'totalJobOpenings':'-1'}",
        "{'baseSalary':'5-10 USD'}",
        "{'baseSalary':{'minValue':0.01}}",
        "{'baseSalary':{'minValue':'-5'}}"
      })
  void whatCanBeIsLetBe(String json) {
    assertThat(in(json)).isEmpty();
  }
}
