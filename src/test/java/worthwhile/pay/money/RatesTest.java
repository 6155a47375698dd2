package worthwhile.pay.money;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.UnitText;

class RatesTest {
  private static Rates read(String xml) {
    return Rates.read(new ByteArrayInputStream(xml.getBytes(UTF_8)));
  }

  @Test
  void theShippedTableKnowsTheCurrenciesOfMicroWork() {
    Rates rates = Rates.shipped();
    assertThat(rates.currencies())
        .contains(
            "EUR", "USD", "GBP", "INR", "CAD", "AUD", "JPY", "BRL", "MXN", "PHP", "PLN", "ZAR");
    assertThat(rates.date()).isEqualTo("2026-09-02");
    assertThat(rates.convert(BigDecimal.ONE, "EUR", "USD")).contains(new BigDecimal("1.158"));
    assertThat(rates.convert(new BigDecimal("100"), "USD", "EUR"))
        .contains(new BigDecimal("86.37"));
    assertThat(rates.convert(new BigDecimal("0.10"), "USD", "USD"))
        .contains(new BigDecimal("0.10"));
    assertThat(rates.convert(BigDecimal.ONE, "USD", "XXX")).isEmpty();
  }

  @Test
  void whatTheBankLacksComesFromTheWorldsRatesAndTheBanksOwnCountFirst() {
    Rates rates = Rates.shipped();
    assertThat(rates.currencies()).hasSizeGreaterThanOrEqualTo(150).contains("NGN", "KES", "VND");
    assertThat(rates.convert(BigDecimal.ONE, "USD", "AED")).contains(new BigDecimal("3.672"));
    assertThat(rates.convert(BigDecimal.ONE, "EUR", "AED")).contains(new BigDecimal("4.252"));
    assertThat(rates.convert(new BigDecimal("3.6725"), "AED", "USD"))
        .hasValueSatisfying(one -> assertThat(one).isEqualByComparingTo("1"));
    assertThat(rates.date("EUR")).isEqualTo("2026-09-02");
    assertThat(rates.date("AED")).isEqualTo("2026-09-29");
    assertThat(rates.evidence("PHP", "USD").getFirst().code()).isEqualTo("converted");
    assertThat(rates.evidence("AED", "USD"))
        .singleElement()
        .satisfies(one -> assertThat(one.parameters()).containsEntry("day", "2026-09-29"));
    assertThat(rates.on(LocalDate.parse("2020-01-01")).convert(BigDecimal.ONE, "AED", "USD"))
        .isPresent();
  }

  @Test
  void whereTheBanksTableIsMuchOlderTheWorldsCounts() {
    WorldRates near = world("2026-10-02");
    WorldRates later = world("2026-10-03");
    assertThat(Rates.shipped().withWorld(List.of(near)).date("PHP")).isEqualTo("2026-09-02");
    Rates rates = Rates.shipped().withWorld(List.of(later));
    assertThat(rates.date("PHP")).isEqualTo("2026-10-03");
    assertThat(rates.convert(new BigDecimal("100"), "PHP", "USD").orElseThrow())
        .isEqualByComparingTo("2");
    assertThat(rates.convert(new BigDecimal("50"), "PHP", "EUR").orElseThrow())
        .isEqualByComparingTo("0.5");
    assertThat(rates.date("BRL")).as("which the world's newest lacks").isEqualTo("2026-09-02");
  }

  private static WorldRates world(String day) {
    return new WorldRates(
        LocalDate.parse(day),
        Map.of("PHP", new BigDecimal("50"), "EUR", new BigDecimal("0.5"), "USD", BigDecimal.ONE));
  }

  @Test
  void ofAHistoryTheNewestDayCountsUnlessADayIsNamed() {
    Rates rates =
        read(
            "<e><Cube><Cube time='2026-10-02'><Cube currency='USD' rate='1.1'/></Cube>"
                + "<Cube time='2026-09-30'><Cube currency='USD' rate='9'/></Cube></Cube></e>");
    assertThat(rates.date()).isEqualTo("2026-10-02");
    assertThat(euros(rates)).isEqualByComparingTo("11");
    Rates between = rates.on(LocalDate.parse("2026-10-01"));
    assertThat(between.date()).isEqualTo("2026-09-30");
    assertThat(euros(between)).isEqualByComparingTo("90");
    assertThat(rates.on(LocalDate.parse("2026-10-02")).date()).isEqualTo("2026-10-02");
    assertThat(rates.on(LocalDate.parse("2020-01-01")).date())
        .as("before the first table the first one counts, and says so")
        .isEqualTo("2026-09-30");
  }

  @Test
  void aTableIsKeptAsOneLine() {
    RateTable newest = Rates.shipped().tables().getLast();
    RateTable again = RateTable.of(newest.day(), newest.line());
    assertThat(again).isEqualTo(newest);
    RateTable later =
        new RateTable(LocalDate.parse("2026-09-03"), Map.of("USD", new BigDecimal("1.2")));
    Rates both = Rates.shipped().with(List.of(later));
    assertThat(both.date()).isEqualTo("2026-09-03");
    assertThat(both.on(newest.day()).currencies()).isEqualTo(Rates.shipped().currencies());
  }

  private static BigDecimal euros(Rates rates) {
    return rates.convert(BigDecimal.TEN, "EUR", "USD").orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html><body>Access denied</body></html>",
        "<e><Cube time='2026-10-02'/></e>",
        "<e><Cube time='soon'><Cube currency='USD' rate='1'/></Cube></e>",
        "<e><Cube time='2026-10-02'><Cube currency='USD' rate='0'/></Cube></e>",
        "<e><Cube time='2026-10-02'><Cube currency='USD'/></Cube></e>",
        "<e><Cube time='2026-10-02'><Cube currency='USD' rate='1,5'/></Cube></e>",
        "<!DOCTYPE e [<!ENTITY r '1.1'>]><e><Cube time='2026-10-02'>"
            + "<Cube currency='USD' rate='&r;'/></Cube></e>"
      })
  void whatIsNoTableIsRefused(String xml) {
    assertThatThrownBy(() -> read(xml))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no table of reference rates");
  }

  @Test
  void onlyCubesHoldDaysAndRates() {
    Rates rates =
        read(
            "<e time='soon' currency='GBP'><Cube time='2026-10-02'>"
                + "<Cube currency='USD' rate='1.1'/></Cube></e>");
    assertThat(rates.date()).isEqualTo("2026-10-02");
    assertThat(rates.knows("GBP")).isFalse();
  }

  @Test
  void whatIsNoRateIsRefused() {
    LocalDate day = LocalDate.parse("2026-10-02");
    assertThatThrownBy(() -> Rates.of(List.of())).hasMessageContaining("no table");
    assertThatThrownBy(() -> RateTable.of(day, "USD=1.1 GBP")).hasMessageContaining("no rate");
    assertThatThrownBy(() -> WorldRates.of(day, "KES=0")).hasMessageContaining("a rate of 0");
    assertThatThrownBy(() -> new RateTable(day, Map.of())).hasMessageContaining("no rate of");
    assertThat(RateTable.of(day, "  USD=1.1   GBP=0.9 ").perEuro())
        .containsOnlyKeys("EUR", "USD", "GBP");
  }

  @Test
  void anAmountInItsOwnCurrencyStaysAsItIsEvenWithoutARate() {
    assertThat(Rates.shipped().convert(new BigDecimal("1.23456"), "XXX", "XXX"))
        .contains(new BigDecimal("1.23456"));
  }

  @Test
  void aRateIsOldAfterThirtyDaysAndOvertakenByOneOfAWeekLater() {
    LocalDate day = Rates.shipped().date();
    UsedRate used = new UsedRate("GBP", day);
    assertThat(used.isOld(day.plusDays(30))).isFalse();
    assertThat(used.isOld(day.plusDays(31))).isTrue();
    assertThat(new UsedRate("GBP", day.minusDays(7)).isOvertaken(Rates.shipped())).isFalse();
    assertThat(new UsedRate("GBP", day.minusDays(8)).isOvertaken(Rates.shipped())).isTrue();
  }

  @Test
  void theFormOfAnAmountIsNamed() {
    BigDecimal one = BigDecimal.ONE;
    assertThat(form(one, one)).isEqualTo("one");
    assertThat(form(one, BigDecimal.TEN)).isEqualTo("range");
    assertThat(form(null, one)).isEqualTo("most");
    assertThat(form(one, null)).isEqualTo("least");
  }

  private static @Nullable Object form(@Nullable BigDecimal min, @Nullable BigDecimal max) {
    MonetaryAmount amount = new MonetaryAmount("USD", min, max, UnitText.TASK, null, null, null);
    return PayReasons.stated(amount, UnitText.TASK).parameters().get("form");
  }
}
