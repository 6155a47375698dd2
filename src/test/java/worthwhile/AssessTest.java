package worthwhile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import worthwhile.command.Main;
import worthwhile.pay.money.RateTable;
import worthwhile.posting.PostingJson;
import worthwhile.store.Store;

/** Postings on standard input, assessed. */
@Isolated("takes standard input")
class AssessTest {
  private int exitCode;

  @TempDir private Path folder;

  private List<JsonNode> assess(String... lines) {
    InputStream before = System.in;
    StringWriter out = new StringWriter();
    byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    System.setIn(new ByteArrayInputStream(text));
    try {
      exitCode =
          Main.commandLine()
              .setOut(new PrintWriter(out, true))
              .execute("assess", "--data", folder.toString());
    } finally {
      System.setIn(before);
    }
    return out.toString().lines().map(PostingJson.MAPPER::readTree).toList();
  }

  private static BigDecimal median(JsonNode row) {
    return row.at("/pay/median").decimalValue();
  }

  private static final String TASK =
      "'title': 'Sort leaves', 'baseSalary':"
          + " {'currency':'USD','minValue':0.5,'maxValue':0.5,'unitText':'TASK'}";

  private static String row(String more) {
    return ("{" + TASK + more + "}").replace('\'', '"');
  }

  @Test
  void everythingThatCameComesBackWithPay() {
    JsonNode row =
        assess(
                row(
                    ", 'timeRequired':'PT5M', 'price': 1.10, 'qualifications': 'patience',"
                        + " 'hiringOrganization': {'description':'we','logo':true},"
                        + " 'pay': {'median': 900}, 'warnings': [{'code':'x'}], 'mine': 'x'"))
            .getFirst();
    assertThat(exitCode).isZero();
    assertThat(row.path("price").decimalValue()).isEqualTo(new BigDecimal("1.10"));
    assertThat(row.at("/hiringOrganization/logo").asBoolean()).isTrue();
    assertThat(row.path("mine").asString()).isEqualTo("x");
    assertThat(row.has("warnings")).isFalse();
    assertThat(median(row)).isEqualByComparingTo("6");
    assertThat(row.has("ignored")).isFalse();
  }

  @Test
  void reportsAndOtherTasksCountAsIfTheyWereStored() {
    String reports = "'reports':[{'worker':'a','minutes':15},{'worker':'b','minutes':15}]";
    List<JsonNode> rows =
        assess(row(""), row("," + reports), row(", 'related':[{" + TASK + "," + reports + "}]"));
    assertThat(rows.get(1).at("/pay/basis").asString()).isEqualTo("reported");
    assertThat(rows.get(1).at("/pay/n").asInt()).isEqualTo(2);
    assertThat(rows.get(2).at("/pay/basis").asString()).isEqualTo("similar");
    assertThat(median(rows.get(1))).isLessThan(median(rows.get(0)));
    assertThat(median(rows.get(2))).isLessThan(median(rows.get(0)));
  }

  @Test
  void timesThatContradictEachOtherGiveNoFigure() {
    String slow =
        "{'title':'Sort leaves 1','baseSalary':{'currency':'USD','minValue':0.01,'maxValue':0.01,"
            + "'unitText':'TASK'},'reports':[{'worker':'a','minutes':900}]}";
    String quick =
        "{'title':'Sort leaves 2','baseSalary':{'currency':'USD','minValue':20,'maxValue':20,"
            + "'unitText':'TASK'},'reports':[{'worker':'b','minutes':0.05}]}";
    String both = ", 'related':[" + slow + "," + quick + "]";
    List<JsonNode> rows = assess(row(both), row(both + ", 'reports':[{'worker':'c','minutes':5}]"));
    assertThat(rows.get(0).has("pay")).isFalse();
    assertThat(rows.get(0).at("/notKnown/0/code").asString()).isEqualTo("times-too-far-apart");
    assertThat(rows.get(0).at("/notKnown/0/text").asString()).contains("too far apart");
    assertThat(rows.get(1).at("/pay/basis").asString()).isEqualTo("reported");
  }

  @Test
  void hoursThatMayBeFewerAreToldAsTheMost() {
    String week =
        "{\"title\":\"Sort leaves\",\"description\":\"%s 10 hours per week.\",\"baseSalary\":"
            + "{\"currency\":\"USD\",\"minValue\":200,\"maxValue\":200,\"unitText\":\"WEEK\"}}";
    List<JsonNode> rows = assess(week.formatted("Up to"), week.formatted("You work"));
    assertThat(rows).allSatisfy(row -> assertThat(median(row)).isEqualByComparingTo("20"));
    assertThat(rows.get(0).at("/pay/evidence").toString()).contains("the most that the posting");
    assertThat(rows.get(1).at("/pay/evidence").toString()).doesNotContain("the most that");
  }

  @Test
  void whatItsWordsTellIsAnsweredToo() {
    JsonNode told =
        assess(
                """
                {"title":"Take part in our survey about breakfast","description":"We would like to \
                know what you eat in the morning and how long it takes you. Please answer every question carefully, it \
                matters to us and to the people who pay for it."}
                """
                    .strip())
            .getFirst();
    assertThat(told.path("language").asString()).isEqualTo("en");
    assertThat(told.path("occupationalCategory").asString()).isEqualTo("survey");
    JsonNode given =
        assess(
                "{\"title\":\"Sort\",\"language\":\"de\",\"applicantLocationRequirements\":"
                    + "[\"KE\"]}")
            .getFirst();
    assertThat(given.path("language").asString()).as("what is given stays").isEqualTo("de");
    assertThat(given.path("applicantLocationRequirements").path(0).asString()).isEqualTo("KE");
  }

  @Test
  void whatCannotBeTrueIsPassedOverAndNamed() {
    List<JsonNode> rows =
        assess(
            row(", 'reports':[{'worker':'a','minutes':-4},{'worker':'b','minutes':5}, 3]"),
            "{\"title\":\"No reward\",\"baseSalary\":{\"currency\":\"USD\",\"minValue\":0}}");
    assertThat(rows.get(0).at("/pay/n").asInt()).isEqualTo(1);
    assertThat(rows.get(0).path("ignored").toString())
        .contains("reports[0].minutes: a time must be more than 0, not -4", "reports[2]");
    assertThat(rows.get(1).has("pay")).isFalse();
    assertThat(rows.get(1).path("ignored").toString()).contains("baseSalary", "more than 0");
    assertThat(exitCode).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "timeRequired | '-PT5M' | a time must be more than 0, not -PT5M; give a span such as PT5M",
        "timeRequired | '-5 minutes' | a time must be more than 0",
        "timeAllowed | 'PT-10M' | a time must be more than 0",
        "timeMeasured | 'PT0S' | a time must be more than 0",
        "timeRequired | -300 | a time must be more than 0, not -300",
        "source | 'my list' | has a blank or a colon in it; write it as one word",
        "totalJobOpenings | -3 | must not be negative, unlike -3",
        "baseSalary | '-$5' | an amount must be more than 0",
        "baseSalary | {'currency':'USD','minValue':-2,'maxValue':3} | more than 0, not -2; leave it out"
      },
      quoteCharacter = '`')
  void whatNoPostingCanSayIsPassedOverWithItsMend(String field, String value, String reason) {
    String more = value.replace('\'', '"');
    JsonNode row = assess("{\"title\":\"Sort\",\"" + field + "\":" + more + "}").getFirst();
    assertThat(row.path("ignored").toString().replace("\\", ""))
        .contains(field + ": ")
        .contains(reason);
    assertThat(row.path("ignored")).hasSize(1);
    assertThat(row.has("pay")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"Europe only, DE, KE", "LATAM, BR, US", "'EU, UK', GB, US", "Africa, KE, DE"})
  void aRegionIsAnsweredByItsCountries(String text, String member, String other) {
    JsonNode row =
        assess("{\"title\":\"Sort\",\"applicantLocationRequirements\":\"" + text + "\"}")
            .getFirst();
    assertThat(row.path("applicantLocationRequirements").valueStream().map(JsonNode::asString))
        .contains(member)
        .doesNotContain(other);
    JsonNode except =
        assess(
                "{\"title\":\"Sort\",\"applicantLocationRequirements\":[\"Worldwide except Africa\"]}")
            .getFirst();
    assertThat(except.path("ineligibleRegion").valueStream().map(JsonNode::asString))
        .contains("KE")
        .doesNotContain("DE");
  }

  @Test
  void payWithoutARateIsNamed() {
    String unknown = row("").replace("USD", "QQQ");
    assertThat(assess(unknown).getFirst().path("ignored").toString())
        .contains("baseSalary: no rate of exchange is known for QQQ");
    assertThat(assess(row("")).getFirst().has("ignored")).isFalse();
  }

  @Test
  void aBadLineIsAnsweredInItsPlace() {
    List<JsonNode> rows = assess("{\"title\":", "[1]", "", row(""));
    assertThat(rows).hasSize(4);
    assertThat(rows.get(0).path("line").asInt()).isEqualTo(1);
    assertThat(rows.get(0).path("error").asString()).startsWith("no JSON");
    assertThat(rows.get(1).path("error").asString()).isEqualTo("no JSON object");
    assertThat(rows.get(2).path("error").asString()).isEqualTo("an empty line");
    assertThat(rows.get(3).path("title").asString()).isEqualTo("Sort leaves");
    assertThat(exitCode).isEqualTo(1);
  }

  @Test
  void theNewestRatesOfTheInstanceCount() {
    String row = row(", 'timeRequired':'PT30M'").replace("USD", "EUR").replace("0.5", "10");
    BigDecimal shipped = median(assess(row).getFirst());
    RateTable later =
        new RateTable(LocalDate.parse("2026-11-19"), Map.of("USD", new BigDecimal("2")));
    String database = "jdbc:sqlite:" + folder.resolve("worthwhile.db");
    try (Store store = Store.open(database, Clock.systemUTC())) {
      store.rateTables().keep(List.of(later), Instant.parse("2026-11-20T12:00:00Z"));
    }
    assertThat(median(assess(row).getFirst())).isEqualByComparingTo("40").isNotEqualTo(shipped);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/pay/thirteen.csv", numLinesToSkip = 1)
  void theCurrenciesThatWorkersArePaidInHaveAFigure(
      String currency, String area, BigDecimal reward, BigDecimal usd) {
    String row = row(", 'timeRequired':'PT15M'").replace("USD", currency);
    JsonNode pay = assess(row.replace("0.5", reward.toString())).getFirst().path("pay");
    assertThat(pay.path("median").decimalValue().divide(usd, MathContext.DECIMAL32))
        .as("%s, of %s", currency, area)
        .isBetween(new BigDecimal("0.97"), new BigDecimal("1.03"));
    assertThat(pay.at("/rate/currency").asString()).isEqualTo(currency);
    assertThat(pay.at("/rate/day").asString()).startsWith("2026-09-");
  }

  @Test
  void eachEvidenceAndLineIsACodeWithItsSentence() {
    JsonNode pay = assess(row(", 'timeRequired':'PT5M'")).getFirst().path("pay");
    assertThat(pay.at("/evidence/0/code").asString()).isEqualTo("pay-stated");
    assertThat(pay.at("/evidence/0/parameters/currency").asString()).isEqualTo("USD");
    assertThat(pay.at("/evidence/0/text").asString())
        .isEqualTo("The posting states 0.5 USD per task.");
    BigDecimal certain = pay.path("median").decimalValue();
    BigDecimal all = certain;
    for (JsonNode line : pay.path("lines")) {
      all = all.add(line.path("amount").decimalValue());
      if (line.path("certain").asBoolean())
        certain = certain.add(line.path("amount").decimalValue());
      assertThat(line.path("text").asString()).isNotBlank();
    }
    assertThat(pay.path("net").decimalValue()).isEqualByComparingTo(certain);
    assertThat(pay.path("effective").decimalValue()).isEqualByComparingTo(all);
  }
}
