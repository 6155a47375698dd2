package worthwhile.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.Delivery;

/** What a process has taken and not begun to hand over. */
class InHandTest {
  private static Delivery delivery(String id, long recipient) {
    return new Delivery(
        id,
        "anna",
        recipient,
        AlertReason.NEW,
        Delivery.State.DUE,
        Optional.empty(),
        List.of(),
        Instant.EPOCH,
        Instant.EPOCH,
        0,
        Optional.empty(),
        Instant.EPOCH,
        Optional.empty());
  }

  @Test
  void whatIsTakenTwiceIsHadOnceByTheLaterLease() {
    InHand inHand = new InHand();
    inHand.add("first", List.of(delivery("a", 1), delivery("b", 1), delivery("c", 2)));
    inHand.add("second", List.of(delivery("b", 1), delivery("d", 1)));
    assertThat(inHand.size()).isEqualTo(4);
    InHand.Handful ones = inHand.next(9, recipient -> recipient == 2).getFirst();
    assertThat(ones.all()).extracting(Delivery::id).containsExactly("a", "b", "d");
    assertThat(ones.lease(ones.all().get(1))).isEqualTo("second");
    assertThat(inHand.size()).as("what waits aside").isEqualTo(1);
    assertThat(inHand.free(2)).isTrue();
    assertThat(inHand.next(3, _ -> false)).hasSize(1);
    assertThat(inHand.size()).isZero();
  }
}
