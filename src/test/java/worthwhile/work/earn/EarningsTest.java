package worthwhile.work.earn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import worthwhile.pay.money.RateTable;
import worthwhile.pay.money.Rates;
import worthwhile.posting.Organization;
import worthwhile.work.Payment;
import worthwhile.work.Provenance;
import worthwhile.work.Status;
import worthwhile.work.Times;
import worthwhile.work.Work;

/** Sums on numbers that were worked out by hand. */
class EarningsTest {
  private static final TaxCosts NO_COSTS =
      new TaxCosts(Outlay.of(List.of(), "GBP", Rates.shipped()), Optional.empty());

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-20"); // a Friday

  private static final Rates RATES =
      Rates.of(
          List.of(
              new RateTable(
                  LocalDate.parse("2026-11-02"),
                  Map.of("USD", new BigDecimal("1.25"), "GBP", new BigDecimal("0.80"))),
              new RateTable(
                  LocalDate.parse("2026-11-18"),
                  Map.of("USD", new BigDecimal("1.20"), "GBP", new BigDecimal("0.90")))));

  private final List<Work> work = new ArrayList<>();

  private void add(
      String at, Integer minutes, String currency, String reward, String fee, Status status) {
    Instant start = Instant.parse(at);
    Instant end = minutes == null ? start : start.plus(Duration.ofMinutes(minutes));
    Payment payment =
        reward == null
            ? Payment.UNKNOWN
            : new Payment(
                currency,
                new BigDecimal(reward),
                null,
                fee == null ? null : new BigDecimal(fee),
                null);
    work.add(
        new Work(
            null,
            "ada",
            reward == null ? "other" : "prolific",
            null,
            null,
            "Piece " + work.size(),
            status == Status.PAID ? new Organization("Lab", null, null) : null,
            payment,
            Times.between(start, end),
            status,
            Provenance.IMPORT,
            "f" + work.size(),
            end,
            null));
  }

  private Earnings earnings(String currency) {
    return Earnings.of(work, currency, RATES, LONDON, TODAY);
  }

  @Test
  void aDayAddsUp() {
    add("2026-11-20T10:00:00Z", 30, "GBP", "5.00", "0.50", Status.PAID);
    add("2026-11-20T10:40:00Z", 20, "GBP", "3.00", null, Status.PENDING);
    add("2026-11-20T11:10:00Z", 10, "GBP", "2.00", null, Status.REJECTED);
    add("2026-11-20T14:00:00Z", null, "GBP", "1.00", null, Status.APPROVED);
    add("2026-11-20T15:00:00Z", 30, null, null, null, Status.APPROVED);
    Totals day = earnings("GBP").totals(Period.TODAY);
    assertThat(day.paid()).isEqualByComparingTo("5.50"); // 5.00 − 0.50 + 1.00
    assertThat(day.pending()).isEqualByComparingTo("3.00");
    assertThat(day.lost()).isEqualByComparingTo("2.00");
    assertThat(day.fees()).isEqualByComparingTo("0.50");
    assertThat(day.lostTime()).isEqualTo(Duration.ofMinutes(10));
    assertThat(day.unknownPay()).isEqualTo(1);
    assertThat(day.hours().active()).isEqualTo(Duration.ofMinutes(90));
    // 10:00 to 11:20 is one session, 15:00 to 15:30 another.
    assertThat(day.hours().clock()).isEqualTo(Duration.ofMinutes(110));
    // 4.50 + 3.00 + nothing, for 60 minutes worked and 80 by the clock
    assertThat(day.timed()).isEqualTo(3);
    assertThat(day.hourlyActive()).contains(new BigDecimal("7.50"));
    assertThat(day.hourlyClock()).contains(new BigDecimal("5.63"));
    assertThat(day.count()).isEqualTo(5);
    assertThat(day.paidCount()).isEqualTo(3);
    assertThat(day.lostCount()).isEqualTo(1);
  }

  @Test
  void minutesThatOverlapCountOnceAndALongPauseEndsASession() {
    add("2026-11-20T10:00:00Z", 30, "GBP", "5.00", null, Status.PAID);
    add("2026-11-20T10:15:00Z", 30, "GBP", "5.00", null, Status.PAID);
    add("2026-11-20T11:16:00Z", 4, "GBP", "5.00", null, Status.PAID);
    Hours hours = Hours.of(work);
    assertThat(hours.active()).isEqualTo(Duration.ofMinutes(49));
    assertThat(hours.clock()).isEqualTo(Duration.ofMinutes(49));
    add("2026-11-20T11:40:00Z", 5, "GBP", "5.00", null, Status.PAID);
    assertThat(Hours.of(work).clock()).isEqualTo(Duration.ofMinutes(45 + 29));
    add("2026-11-01T00:00:00Z", 20_400, "GBP", "5.00", null, Status.PAID);
    assertThat(Hours.of(work).active()).isEqualTo(Duration.ofMinutes(54));
  }

  @Test
  void moneyCountsAtTheRateOfItsDay() {
    add("2026-11-03T10:00:00Z", 10, "USD", "10.00", null, Status.PAID);
    add("2026-11-19T10:00:00Z", 10, "USD", "12.00", null, Status.PAID);
    add("2026-11-19T10:00:00Z", 10, "SB", "500", null, Status.PAID);
    Earnings earnings = earnings("GBP");
    // 10 / 1.25 × 0.80 = 6.40; 12 / 1.20 × 0.90 = 9.00
    assertThat(earnings.totals(Period.MONTH).paid()).isEqualByComparingTo("15.40");
    assertThat(earnings.totals(Period.MONTH).unknownPay()).isEqualTo(1);
    assertThat(earnings.work().get(0).rateDay()).contains(LocalDate.parse("2026-11-02"));
    assertThat(earnings.work().get(1).rateDay()).contains(LocalDate.parse("2026-11-18"));
  }

  @Test
  void theUsualCurrencyIsThatOfMostPiecesPointsAside() {
    assertThat(Earnings.usualCurrency(Map.of("GBP", 1L, "EUR", 2L, "SB", 9L, "points", 9L)))
        .isEqualTo("EUR");
    assertThat(Earnings.usualCurrency(Map.of("GBP", 2L, "EUR", 2L))).isEqualTo("EUR");
    assertThat(Earnings.usualCurrency(Map.of("SB", 9L))).isEqualTo("USD");
  }

  @Test
  void daysBeginOnTheWorkersClockAndWeeksOnMonday() {
    add("2026-11-15T23:59:00Z", null, "GBP", "1.00", null, Status.PAID); // Sunday
    add("2026-11-16T00:01:00Z", null, "GBP", "2.00", null, Status.PAID); // Monday
    add("2026-10-31T23:59:00Z", null, "GBP", "4.00", null, Status.PAID);
    add("2025-12-31T23:59:00Z", null, "GBP", "8.00", null, Status.PAID);
    Earnings earnings = earnings("GBP");
    assertThat(earnings.totals(Period.TODAY).paid()).isEqualByComparingTo("0");
    assertThat(earnings.totals(Period.WEEK).paid()).isEqualByComparingTo("2");
    assertThat(earnings.totals(Period.MONTH).paid()).isEqualByComparingTo("3");
    assertThat(earnings.totals(Period.YEAR).paid()).isEqualByComparingTo("7");
    assertThat(earnings.totals(Period.ALL).paid()).isEqualByComparingTo("15");
    Earnings tokyo =
        Earnings.of(work, "GBP", RATES, ZoneId.of("Asia/Tokyo"), LocalDate.parse("2026-11-16"));
    assertThat(tokyo.totals(Period.TODAY).paid()).isEqualByComparingTo("3");
    assertThat(tokyo.totals(Period.YEAR).paid()).isEqualByComparingTo("15");
    assertThat(earnings.bars(Period.MONTH)).hasSize(20);
    assertThat(earnings.bars(Period.YEAR)).hasSize(11);
    assertThat(earnings.bars(Period.ALL)).hasSize(12);
    assertThat(earnings.bars(Period.YEAR).get(9).paid()).isEqualByComparingTo("4");
  }

  @Test
  void partsAndGoals() {
    add("2026-11-20T10:00:00Z", 30, "GBP", "5.00", null, Status.PAID);
    add("2026-11-20T11:00:00Z", 60, null, null, null, Status.APPROVED);
    Earnings earnings = earnings("GBP");
    assertThat(Earnings.byPlatform(earnings.work()))
        .extracting(Earnings.Part::name)
        .containsExactly("prolific", "other");
    assertThat(Earnings.byRequester(earnings.work()))
        .extracting(Earnings.Part::name)
        .containsExactly("Lab");
    Goal hours = Goal.of("2", "hours");
    assertThat(earnings.progress(hours, Period.TODAY, RATES).orElseThrow().done()).isEqualTo(0.75);
    Goal money = Goal.of("8", "usd"); // 5 GBP are 6.667 USD
    assertThat(earnings.progress(money, Period.WEEK, RATES).orElseThrow().done())
        .isBetween(0.833, 0.834);
  }

  private void give(String title, String at, Payment payment, Status status, ZoneId days) {
    Times times = new Times(null, at == null ? null : Instant.parse(at), null, null);
    work.add(
        new Work(
            null,
            "ada",
            "other",
            null,
            null,
            title,
            null,
            payment,
            times,
            status,
            Provenance.IMPORT,
            "g" + work.size(),
            Instant.parse("2026-11-20T12:00:00Z"),
            days));
  }

  private List<String> statement(int year, ZoneId zone) {
    StringWriter out = new StringWriter();
    Earnings earnings = Earnings.of(work, "GBP", RATES, zone, TODAY);
    TaxYear.of(year, MonthDay.of(1, 1)).csv(earnings, NO_COSTS, zone, out);
    return out.toString().lines().toList();
  }

  private static Payment sum(String currency, String reward, String bonus) {
    BigDecimal more = bonus == null ? null : new BigDecimal(bonus);
    return new Payment(currency, new BigDecimal(reward), more, null, null);
  }

  @Test
  void aBonusIsIncomeWhateverBecameOfTheTask() {
    String at = "2026-11-20T10:00:00Z";
    give("Made good", at, sum("GBP", "2.00", "0.30"), Status.RETURNED, null);
    give("Done", at, sum("GBP", "1.00", "0.50"), Status.APPROVED, null);
    give("Lost", at, sum("GBP", "4.00", "0.00"), Status.REJECTED, null);
    Totals totals = earnings("GBP").totals(Period.ALL);
    assertThat(totals.paid()).isEqualByComparingTo("1.80");
    assertThat(totals.lost()).isEqualByComparingTo("6.00");
    assertThat(earnings("GBP").bars(Period.TODAY).getFirst().paid()).isEqualByComparingTo("1.80");
    List<String> lines = statement(2026, LONDON);
    assertThat(lines).hasSize(4);
    assertThat(lines.get(1)).contains("Made good,GBP,0.30,0,0.30,0.30,0.00,0.30,,returned");
    assertThat(lines.get(3)).isEqualTo("Sum,,,,,,,,1.80,0.00,1.80,,");
  }

  @Test
  void nothingPaidIsLeftOutUnsaidAndRowsAddUp() {
    for (int day = 10; day < 18; day++)
      give(
          "P" + day, "2026-11-" + day + "T10:00:00Z", sum("GBP", "0.105", null), Status.PAID, null);
    give("Undated", null, sum("GBP", "9.90", null), Status.PAID, null);
    give("Naira", "2026-11-10T10:00:00Z", sum("NGN", "1500", null), Status.PAID, null);
    give("Unknown", "2026-11-10T10:00:00Z", Payment.UNKNOWN, Status.PAID, null);
    give("Other year", "2025-11-10T10:00:00Z", sum("NGN", "1500", null), Status.PAID, null);
    give("Open", null, sum("GBP", "1", null), Status.PENDING, null);
    List<String> lines = statement(2026, LONDON);
    BigDecimal sum = BigDecimal.ZERO;
    for (String line : lines.subList(1, 9)) sum = sum.add(new BigDecimal(line.split(",")[10]));
    assertThat(sum).isEqualByComparingTo("0.84");
    assertThat(lines.get(9)).isEqualTo("Sum,,,,,,,,0.84,0.00,0.84,,");
    assertThat(lines.subList(10, lines.size()))
        .containsExactly(
            "not in the sum: no date is known,other,,Undated,GBP,9.90,0,9.90,,,,,paid",
            "\"2026-11-10, not in the sum: no exchange rate is known\",other,,Naira,NGN,1500.00,0,1500.00,,,,,paid",
            "\"2026-11-10, not in the sum: no amount is known\",other,,Unknown,,0,0,0,,,,,paid");
  }

  @Test
  void aDayWithoutAnHourIsThatDayInEveryZoneAndTaxYear() {
    ZoneId pacific = ZoneId.of("America/Los_Angeles");
    give("New year", "2026-01-01T08:00:00Z", sum("GBP", "1.10", null), Status.PAID, pacific);
    for (String zone : List.of("Pacific/Honolulu", "Pacific/Kiritimati", "Europe/Berlin")) {
      assertThat(statement(2026, ZoneId.of(zone)).get(1)).startsWith("2026-01-01,other,,New year");
      assertThat(statement(2025, ZoneId.of(zone))).hasSize(2);
    }
    give("A moment", "2026-01-01T08:00:01Z", sum("GBP", "1.10", null), Status.PAID, pacific);
    assertThat(statement(2025, ZoneId.of("Pacific/Honolulu")).get(1)).contains("A moment");
  }

  @Test
  void aTaxYearHoldsWhatWasPaidInIt() {
    add("2026-04-05T12:00:00Z", null, "GBP", "1.00", null, Status.PAID);
    add("2026-04-06T12:00:00Z", null, "GBP", "2.00", "0.20", Status.PAID);
    add("2026-11-19T12:00:00Z", null, "USD", "12.00", null, Status.APPROVED);
    add("2026-11-19T12:00:00Z", null, "GBP", "7.00", null, Status.PENDING);
    StringWriter out = new StringWriter();
    TaxYear year = TaxYear.of(2026, MonthDay.of(4, 6));
    year.csv(earnings("GBP"), NO_COSTS, LONDON, out);
    List<String> lines = out.toString().lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(1))
        .isEqualTo("2026-04-06,prolific,Lab,Piece 1,GBP,2.00,0.20,1.80,2.00,0.20,1.80,,paid");
    assertThat(lines.get(2)).contains("USD,12.00,0,12.00,9.00,0.00,9.00,2026-11-18,approved");
    assertThat(lines.get(3)).isEqualTo("Sum,,,,,,,,11.00,0.20,10.80,,");
    assertThat(year.last()).isEqualTo(LocalDate.parse("2027-04-05"));
  }
}
