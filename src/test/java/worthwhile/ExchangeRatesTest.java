package worthwhile;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.command.Main;
import worthwhile.pay.money.Rates;
import worthwhile.source.read.Sources;
import worthwhile.store.source.RateTables.Publisher;

/** The European Central Bank's daily file, fetched from a stand-in for its server. */
class ExchangeRatesTest {
  private static final String DAILY = "/stats/eurofxref/eurofxref-daily.xml";
  private static final String NINETY = "/stats/eurofxref/eurofxref-hist-90d.xml";
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  @TempDir private Path folder;
  private final WireMockServer bank = new WireMockServer(options().dynamicPort());

  @BeforeEach
  void start() {
    bank.start();
    answer("/robots.txt", 200, "User-agent: *\nAllow: /stats/\nDisallow: /\n");
  }

  @AfterEach
  void stop() {
    bank.stop();
  }

  private void answer(String path, int status, String body) {
    bank.stubFor(get(urlEqualTo(path)).willReturn(aResponse().withStatus(status).withBody(body)));
  }

  private static final String WORLD = "/v1/currencies/usd.min.json";

  /** Twice as many shillings to the dollar as on the shipped day; the euro as the bank has it. */
  private static String world(String day, String euro) {
    StringBuilder json = new StringBuilder("{\"date\":\"" + day + "\",\"usd\":{\"kes\":260");
    for (String currency : Rates.shipped().currencies())
      if (!Set.of("KES", "EUR").contains(currency))
        json.append(",\"").append(currency.toLowerCase(Locale.ROOT)).append("\":3");
    return json.append(",\"eur\":" + euro + ",\"doge\":11.5,\"xau\":0.0002}}").toString();
  }

  private static String file(String... days) {
    StringBuilder xml = new StringBuilder("<?xml version='1.0'?><Envelope><Cube>");
    for (String day : days)
      xml.append("<Cube time='%s'><Cube currency='USD' rate='1.25'/></Cube>".formatted(day));
    return xml.append("</Cube></Envelope>").toString();
  }

  private String worldRates = "https://rates.example" + WORLD;

  private Settings settings() {
    return Settings.read(
        Map.of(
            Settings.Key.DATA,
            folder.resolve("data").toString(),
            Settings.Key.MAP,
            "www.ecb.europa.eu=http://127.0.0.1:%1$d rates.example=http://127.0.0.1:%1$d"
                .formatted(bank.port()),
            Settings.Key.DELAY,
            "0",
            Settings.Key.WORLD_RATES,
            worldRates),
        Map.of(),
        folder.resolve("none.toml"));
  }

  private Instance open(Instant now) throws IOException {
    Sources sources = Sources.load(Board.definitions(folder.resolve("scrapers")));
    return Instance.open(settings(), sources, Clock.fixed(now, ZoneOffset.UTC));
  }

  @Test
  void newRatesAreKeptOverARestartAndAskedForOnceADay() throws IOException {
    answer(DAILY, 200, file("2026-11-19"));
    answer(NINETY, 200, file("2026-11-19", "2026-10-01"));
    try (Instance instance = open(NOON)) {
      instance.referenceRates().refreshIfDue();
      assertThat(instance.rates().date()).isEqualTo("2026-11-19");
      instance.referenceRates().refreshIfDue();
    }
    bank.verify(1, getRequestedFor(urlEqualTo(DAILY)));
    try (Instance instance = open(NOON.plusSeconds(90_000))) {
      assertThat(instance.rates().date()).isEqualTo("2026-11-19");
      assertThat(instance.rates().convert(BigDecimal.ONE, "EUR", "USD").orElseThrow())
          .isEqualByComparingTo("1.25");
      assertThat(instance.rates().on(LocalDate.parse("2026-10-20")).date())
          .as("days that were missed come from the file of ninety days")
          .isEqualTo("2026-10-01");
      answer(DAILY, 200, file("2026-11-20"));
      instance.referenceRates().refreshIfDue();
      assertThat(instance.rates().date()).isEqualTo("2026-11-20");
    }
    bank.verify(1, getRequestedFor(urlEqualTo(NINETY)));
  }

  @Test
  void aFailureKeepsTheOldOnesSaysSoAndIsTriedAgain() throws IOException {
    answer(DAILY, 200, "<html><body>Down for maintenance</body></html>");
    try (Instance instance = open(NOON)) {
      LocalDate shipped = instance.rates().date();
      assertThat(instance.referenceRates().refresh()).isFalse();
      answer(DAILY, 200, file("2031-01-01"));
      assertThat(instance.referenceRates().refresh()).as("a day to come").isFalse();
      assertThat(instance.rates().date()).isEqualTo(shipped);
      assertThat(doctor()).contains("days old; fetching newer ones failed: the table is of 2031-");
    }
    answer(DAILY, 200, file("2026-11-20"));
    answer(NINETY, 404, "");
    try (Instance instance = open(NOON.plusSeconds(4 * 3600))) {
      instance.referenceRates().refreshIfDue();
      assertThat(doctor()).contains("European Central Bank, 2026-11-20").doesNotContain("failed");
    }
  }

  @Test
  void whatTheBankLacksComesFromTheWorldsTable() throws IOException {
    answer(DAILY, 200, file("2026-11-20"));
    answer(NINETY, 404, "");
    answer(WORLD, 200, world("2026-11-20", "0.8"));
    try (Instance instance = open(NOON)) {
      instance.referenceRates().refreshIfDue();
      instance.referenceRates().refreshIfDue();
      Rates rates = instance.rates();
      assertThat(rates.date("KES")).isEqualTo("2026-11-20");
      assertThat(rates.convert(new BigDecimal("520"), "KES", "USD").orElseThrow())
          .isEqualByComparingTo("2");
      assertThat(rates.knows("DOGE")).isFalse();
      assertThat(doctor()).contains("currency-api project, 2026-11-20").doesNotContain("failed");
    }
    bank.verify(1, getRequestedFor(urlEqualTo(WORLD)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>Not found</html>",
        "{}",
        "[1]",
        "{\"date\":\"soon\",\"usd\":{\"kes\":260}}",
        "{\"date\":\"2026-11-20\",\"usd\":{\"kes\":260}}",
        "to come",
        "another euro"
      })
  void aWorldsTableThatCannotBeBelievedChangesNothing(String body) throws IOException {
    answer(DAILY, 200, file("2026-11-20"));
    answer(NINETY, 404, "");
    String table =
        switch (body) {
          case "to come" -> world("2031-01-01", "0.8");
          case "another euro" -> world("2026-11-20", "8");
          default -> body;
        };
    answer(WORLD, 200, table);
    try (Instance instance = open(NOON)) {
      instance.referenceRates().refreshIfDue();
      assertThat(instance.rates().date("KES")).isEqualTo("2026-09-29");
      assertThat(instance.rates().date()).as("the bank's are kept").isEqualTo("2026-11-20");
      assertThat(doctor()).contains("2026-09-29, ", "; newer ones could not be had: ");
    }
  }

  @Test
  void theWorldsTableCanBeSwitchedOffAndAwayItIsNoError() throws IOException {
    answer(DAILY, 200, file("2026-11-20"));
    answer(NINETY, 404, "");
    worldRates = "off";
    try (Instance instance = open(NOON)) {
      instance.referenceRates().refreshIfDue();
      assertThat(instance.store().rateTables().standing(Publisher.WORLD).asked()).isEmpty();
    }
    bank.verify(0, getRequestedFor(urlEqualTo(WORLD)));
    worldRates = "https://rates.example" + WORLD;
    try (Instance instance = open(NOON)) {
      assertThat(instance.referenceRates().refresh()).isTrue();
      instance.referenceRates().refreshIfDue();
      assertThat(instance.rates().knows("KES")).isTrue();
    }
    worldRates = "jsdelivr";
    assertThatThrownBy(this::settings)
        .hasMessageContaining("world-rates", "must be currency-api, off or");
  }

  @Test
  void whatRobotsTxtForbidsIsNotAsked() throws IOException {
    answer("/robots.txt", 200, "User-agent: *\nDisallow: /\n");
    try (Instance instance = open(NOON)) {
      assertThat(instance.referenceRates().refresh()).isFalse();
      assertThat(instance.store().rateTables().standing(Publisher.BANK).trouble().orElseThrow())
          .contains("not allowed");
    }
    bank.verify(0, getRequestedFor(urlEqualTo(DAILY)));
  }

  private String doctor() {
    StringWriter said = new StringWriter();
    Main.commandLine()
        .setOut(new PrintWriter(said))
        .setErr(new PrintWriter(said))
        .execute(
            "doctor",
            "--data",
            folder.resolve("data").toString(),
            "--scrapers",
            folder.resolve("scrapers").toString());
    return said.toString();
  }
}
