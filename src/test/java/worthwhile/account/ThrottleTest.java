package worthwhile.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import worthwhile.HandClock;
import worthwhile.account.Throttle.Attempt;

/** How often somebody may be wrong before she has to wait, and for how long. */
class ThrottleTest {
  private final HandClock clock = new HandClock(Instant.parse("2026-11-20T12:00:00Z"));
  private final Throttle throttle = new Throttle(clock);

  private static Attempt stranger(String name, String address) {
    return new Attempt(name, address, Optional.empty());
  }

  private static Attempt known(String device) {
    return new Attempt("anna", "192.0.2.1", Optional.of(device));
  }

  /** How many attempts may be made before the first wait. */
  private int free(IntFunction<Attempt> attempts) {
    int made = 0;
    while (throttle.begin(attempts.apply(made)).isEmpty()) made++;
    return made;
  }

  @Test
  void fiveOfOneAddressAtOneNameTenOfABrowserThatIsKnown() {
    assertThat(free(_ -> stranger("anna", "192.0.2.1"))).isEqualTo(5);
    assertThat(free(_ -> stranger("anna", "192.0.2.2"))).isEqualTo(5);
    assertThat(free(_ -> known("phone"))).isEqualTo(10);
    assertThat(free(_ -> known("laptop"))).as("each for itself").isEqualTo(10);
  }

  @Test
  void thirtyOfOneAddressAtManyNamesAndFiftyOfManyAtOneName() {
    assertThat(free(n -> stranger("name" + n, "192.0.2.1"))).isEqualTo(30);
    assertThat(free(_ -> stranger("", "192.0.2.2"))).isEqualTo(30);
    assertThat(free(n -> stranger("bea", "198.51.100." + n))).isEqualTo(50);
  }

  @Test
  void theWaitDoublesUpToAQuarterOfAnHour() {
    Attempt attempt = stranger("anna", "192.0.2.1");
    free(_ -> attempt);
    for (long seconds = 1; seconds <= 512; seconds *= 2) {
      assertThat(throttle.begin(attempt)).contains(Duration.ofSeconds(seconds));
      clock.move(Duration.ofSeconds(seconds).minusMillis(1));
      assertThat(throttle.begin(attempt)).contains(Duration.ofMillis(1));
      clock.move(Duration.ofMillis(1));
      assertThat(throttle.begin(attempt)).isEmpty();
    }
    assertThat(throttle.begin(attempt)).contains(Duration.ofMinutes(15));
  }

  @Test
  void whoIsRightIsForgivenHerMistypingAndHalfGoesWithEachHour() {
    Attempt attempt = stranger("anna", "192.0.2.1");
    for (int i = 0; i < 4; i++) assertThat(throttle.begin(attempt)).isEmpty();
    throttle.begin(attempt);
    throttle.right(attempt);
    assertThat(free(_ -> attempt)).isEqualTo(5);

    clock.move(Duration.ofHours(1));
    assertThat(free(_ -> attempt)).as("two of five are left").isEqualTo(3);
    clock.move(Duration.ofDays(2));
    assertThat(free(_ -> attempt)).isEqualTo(5);
  }

  @Test
  void anAddressMakesTenAccountsAndOneMoreEverySixMinutes() {
    for (int i = 0; i < 10; i++) assertThat(throttle.signUp("192.0.2.1")).isEmpty();
    assertThat(throttle.signUp("192.0.2.1")).contains(Duration.ofMinutes(6));
    assertThat(throttle.signUp("192.0.2.2")).isEmpty();
    clock.move(Duration.ofMinutes(6));
    assertThat(throttle.signUp("192.0.2.1")).isEmpty();
    assertThat(throttle.signUp("192.0.2.1")).isPresent();
  }
}
