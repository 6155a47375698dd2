package worthwhile.work.earn;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import worthwhile.pay.money.Rates;
import worthwhile.work.Payment;
import worthwhile.work.Provenance;
import worthwhile.work.Status;
import worthwhile.work.Times;
import worthwhile.work.Work;

/** What a qualification opened, on numbers that were worked out by hand. */
class OpenedTest {
  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

  private final List<Opened.Piece> pieces = new ArrayList<>();

  /** Half an hour each, so that a reward is half of what an hour pays. */
  private void add(String platform, String reward, Status status, String... asked) {
    String name = "piece " + pieces.size();
    Work work =
        new Work(
            null,
            "ada",
            platform,
            null,
            null,
            name,
            null,
            Payment.of("USD", new BigDecimal(reward)),
            new Times(null, NOON, Duration.ofMinutes(30), null),
            status,
            Provenance.IMPORT,
            name,
            NOON,
            null);
    pieces.add(
        new Opened.Piece(
            CountedWork.of(work, "USD", Rates.shipped(), ZoneOffset.UTC), List.of(asked)));
  }

  private void plain(String platform, int pieces) {
    for (int i = 0; i < pieces; i++) add(platform, "3.00", Status.PAID);
  }

  @Test
  void theMiddlesOfBothSidesAreCompared() {
    for (String reward : List.of("4.00", "5.00", "6.00", "7.00", "50.00"))
      add("mturk", reward, Status.PAID, "Masters", "US only");
    for (String reward : List.of("1.00", "2.00", "3.00", "4.00", "5.00", "6.00"))
      add("mturk", reward, Status.APPROVED, "us only ");
    assertThat(Opened.of(pieces)).hasSize(1);
    Opened masters = Opened.of(pieces).getFirst();
    assertThat(masters.asked()).isEqualTo("Masters");
    assertThat(masters.with()).isEqualByComparingTo("12");
    assertThat(masters.without()).isEqualByComparingTo("7");
    assertThat(masters.more()).isEqualByComparingTo("5");
    assertThat(masters.n()).isEqualTo(5);
    assertThat(masters.others()).isEqualTo(6);
  }

  @Test
  void fewerThanFiveOnASideTellNothing() {
    for (int i = 0; i < 4; i++) add("mturk", "9.00", Status.PAID, "Masters");
    plain("mturk", 9);
    assertThat(Opened.of(pieces)).isEmpty();
    add("mturk", "9.00", Status.PAID, "Masters");
    assertThat(Opened.of(pieces)).hasSize(1);
  }

  @Test
  void anotherPlatformAndUnpaidWorkDoNotCount() {
    for (int i = 0; i < 5; i++) add("mturk", "9.00", Status.PAID, "Masters");
    plain("prolific", 9);
    for (int i = 0; i < 5; i++) add("mturk", "3.00", Status.REJECTED);
    assertThat(Opened.of(pieces)).isEmpty();
  }
}
