package worthwhile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import worthwhile.command.Main;

class ParsePayCommandTest {
  private static String parsed(String lines) {
    InputStream before = System.in;
    StringWriter said = new StringWriter();
    try {
      System.setIn(new ByteArrayInputStream(lines.getBytes(UTF_8)));
      assertThat(Main.commandLine().setOut(new PrintWriter(said)).execute("parse-pay")).isZero();
    } finally {
      System.setIn(before);
    }
    return said.toString();
  }

  @Test
  void everyLineHasItsAnswerAlsoOneThatStatesNothing() {
    assertThat(parsed("$.35/3 mins\n\nwin a $500 card\n").lines())
        .containsExactly(
            "{\"text\":\"$.35/3 mins\",\"baseSalary\":{\"currency\":\"USD\",\"minValue\":0.35,"
                + "\"maxValue\":0.35,\"unitText\":\"TASK\",\"stated\":\"$.35/3 mins\","
                + "\"inferred\":true},\"timeRequired\":\"PT3M\",\"hourly\":7.00}",
            "{\"text\":\"\"}",
            "{\"text\":\"win a $500 card\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "£9.00–£12/hr | 10.39",
        "$1/<9mins | 6.67",
        "$.50/4:30 | 6.67",
        "$120,000 a year | 57.69",
        "20 cents a minute | 12.00",
        "from $12/hr | 12.00",
        "Take a 5-minute survey - A. Lab - $.50 | 6.00",
        "Survey on stamps (10 min), $2 | 12.00"
      })
  void hourlyIsInTheStatedCurrency(String text, double hourly) {
    JsonNode answer = new JsonMapper().readTree(parsed(text));
    assertThat(answer.path("hourly").asDouble()).isEqualTo(hourly);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"up to $25/hr", "₹600-1500", "$0.02 per word", "Fixed price: $500", "500 SB"})
  void whereNothingSaysHowLongThereIsNoHourly(String text) {
    JsonNode answer = new JsonMapper().readTree(parsed(text));
    assertThat(answer.has("baseSalary")).isTrue();
    assertThat(answer.has("hourly")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$1,000,000,000/hr | pay-implausible",
        "15-20 USD a YEAR | pay-implausible",
        "Rp 12/jam | pay-implausible",
        "$1/1 sec | pay-implausible",
        "$5 - $5,000 per hour | range-implausible"
      })
  void whatNobodyPaysIsUnderstoodAndNoFigure(String text, String doubt) {
    JsonNode answer = new JsonMapper().readTree(parsed(text));
    assertThat(answer.has("baseSalary")).isTrue();
    assertThat(answer.has("hourly")).isFalse();
    assertThat(answer.at("/notKnown/0/code").asString()).isEqualTo(doubt);
    assertThat(answer.at("/notKnown/0/text").asString()).isNotEmpty();
  }

  @Test
  void whatIsMuchInAnotherCurrencyIsAFigure() {
    JsonNode answer = new JsonMapper().readTree(parsed("Rp 50.000/jam"));
    assertThat(answer.path("hourly").asDouble()).isEqualTo(50_000);
  }

  @Test
  void aBonusIsKeptApart() {
    JsonNode answer = new JsonMapper().readTree(parsed("50 cents plus up to $.85 bonus"));
    assertThat(answer.at("/baseSalary/maxValue").asDouble()).isEqualTo(0.5);
    assertThat(answer.at("/bonus/maxValue").asDouble()).isEqualTo(0.85);
    assertThat(answer.at("/bonus/currency").asString()).isEqualTo("USD");
  }
}
