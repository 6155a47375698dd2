package worthwhile.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SampleTest {
  private static Sample of(long... cents) {
    return Sample.of(cents.length, LongStream.of(cents).map(c -> c * 10_000).toArray());
  }

  @Test
  void theMedianAndTheQuartilesStandBetweenTheirNeighbours() {
    assertThat(of(1600, 600, 980, 1200, 800).median()).contains(new BigDecimal("9.80"));
    Sample six = of(100, 200, 300, 400, 500, 600);
    assertThat(six.lowerQuartile()).contains(new BigDecimal("2.25"));
    assertThat(six.median()).contains(new BigDecimal("3.50"));
    assertThat(six.upperQuartile()).contains(new BigDecimal("4.75"));
  }

  @Test
  void fewerThanFiveSayNothing() {
    assertThat(of(100, 200, 300, 400).median()).isEmpty();
    assertThat(of(100, 200, 300, 400).percentAtLeast(BigDecimal.ONE)).isEmpty();
    assertThat(of(100, 200, 300, 400).atLeast(BigDecimal.TWO)).isEqualTo(3);
  }

  @Test
  void aPayThatIsJustTheFloorReachesIt() {
    Sample sample = of(600, 800, 980, 1200, 1600);
    assertThat(sample.percentAtLeast(new BigDecimal("9.80"))).contains(60);
    assertThat(sample.percentAtLeast(new BigDecimal("9.8000001"))).contains(40);
    assertThat(sample.percentAtLeast(new BigDecimal("20"))).contains(0);
  }

  /** Clocks in Berlin went back on 25 October 2026: what was at 00:30 UTC was at 2:30 twice. */
  @Test
  void hoursAreThoseOfTheZoneOnThatDay() {
    List<Arrivals.Arrival> all = new ArrayList<>();
    for (String at :
        List.of("2026-10-24T23:30:00Z", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"))
      all.add(new Arrivals.Arrival(Instant.parse(at).toEpochMilli(), OptionalLong.of(1_000_000)));
    Arrivals arrivals = new Arrivals(all, Instant.parse("2026-11-01T00:00:00Z"));
    List<Sample> berlin = arrivals.byHour(ZoneId.of("Europe/Berlin"));
    assertThat(berlin.get(1).postings()).isEqualTo(1);
    assertThat(berlin.get(2).postings()).isEqualTo(2);
    assertThat(arrivals.byWeekday(ZoneId.of("America/New_York")).get(5).postings()).isEqualTo(3);
  }

  @Test
  void theBestHourIsTheSoonestOfThoseWithMost() {
    Sample five = of(600, 600, 600, 600, 600);
    List<Sample> hours = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++)
      hours.add(hour == 3 || hour == 20 ? five : hour == 8 ? of(700, 700, 700, 700) : of());
    Instant now = Instant.parse("2026-11-23T12:20:00Z");
    ZoneId utc = ZoneId.of("UTC");
    assertThat(BestHour.of(hours, new BigDecimal("6"), utc, now).map(BestHour::hour)).contains(20);
    assertThat(BestHour.of(hours, new BigDecimal("6"), ZoneId.of("Asia/Tokyo"), now))
        .contains(new BestHour(3, 5, 5, new BigDecimal("6"), 6));
    assertThat(BestHour.of(hours, new BigDecimal("6.5"), utc, now)).isEqualTo(Optional.empty());
  }
}
