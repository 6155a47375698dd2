package worthwhile.store.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.DeliveryBuilder;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;

class SettlingTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Duration LEASE = Duration.ofSeconds(45);

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatSomebodyElseHasTakenMeanwhileIsLeftAndNotCounted(TestDatabase kind) {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    try (Store store = Store.open(kind.fresh(folder), clock)) {
      List<Delivery> due = List.of(due("a", 1), due("b", 2), due("c", 3));
      store.changeAlerts(
          alerts -> {
            alerts.deliveries().add(due);
            return due.size();
          });
      assertThat(claim(store, "first", NOW, Set.of(3L))).containsExactly("a", "b");
      assertThat(claim(store, "other", NOW, Set.of())).containsExactly("c");
      assertThat(claim(store, "late", NOW.plus(LEASE), Set.of(2L, 3L))).containsExactly("a");

      store.changeAlertsTogether(
          alerts -> {
            for (Delivery each : due)
              alerts.settling().add(sent(each), "first", Optional.of("mail"));
            return due.size();
          });

      assertThat(state(store, "a")).isEqualTo(Delivery.State.DUE);
      assertThat(state(store, "b")).isEqualTo(Delivery.State.SENT);
      assertThat(state(store, "c")).isEqualTo(Delivery.State.DUE);
      Optional<Delivery> kept = store.alerts(alerts -> alerts.deliveries().byId("b"));
      assertThat(kept).contains(sent(due.get(1)));
      Map<String, Long> counted = store.alerts(alerts -> alerts.queue().sent());
      assertThat(counted).isEqualTo(Map.of("mail", 1L));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whoHadFewDeliveriesInAllIsNotCounted(TestDatabase kind) {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    try (Store store = Store.open(kind.fresh(folder), clock)) {
      Delivery later =
          DeliveryBuilder.builder(sent(due("b", 1))).done(Optional.of(NOW.plusMillis(1))).build();
      List<Delivery> all =
          List.of(sent(due("a", 1)), later, due("c", 1), sent(due("d", 2)), sent(due("e", 3)));
      store.changeAlerts(
          alerts -> {
            List.of(1L, 2L, 3L).forEach(number -> alerts.recipients().add(recipient(number)));
            alerts.deliveries().add(all);
            return all.size();
          });

      assertThat(sentSince(store, NOW, 0)).isEqualTo(Map.of(1L, 2, 2L, 1, 3L, 1));
      assertThat(sentSince(store, NOW, 3)).isEqualTo(Map.of(1L, 2));
      assertThat(sentSince(store, NOW.plusMillis(1), 3)).isEqualTo(Map.of(1L, 1));
      assertThat(sentSince(store, NOW, 4)).isEmpty();
    }
  }

  private static Recipient recipient(long number) {
    return new Recipient(
        number,
        "anna",
        new Destination.Mail("anna" + number + "@home.test", "secret" + number),
        Optional.empty(),
        Optional.empty(),
        Recipient.State.CONFIRMED,
        NOW,
        Optional.of(NOW),
        Optional.empty(),
        Optional.empty());
  }

  private static Map<Long, Integer> sentSince(Store store, Instant since, int least) {
    return store.alerts(alerts -> alerts.deliveries().sentSince(List.of(1L, 2L, 3L), since, least));
  }

  private static List<String> claim(Store store, String lease, Instant at, Set<Long> busy) {
    return store
        .changeAlerts(alerts -> alerts.deliveries().claim(lease, at, LEASE, busy, 10))
        .stream()
        .map(Delivery::id)
        .toList();
  }

  private static Delivery.State state(Store store, String id) {
    return store.alerts(alerts -> alerts.deliveries().byId(id)).orElseThrow().state();
  }

  private static Delivery sent(Delivery due) {
    return DeliveryBuilder.builder(due)
        .state(Delivery.State.SENT)
        .attempts(1)
        .done(Optional.of(NOW))
        .build();
  }

  private static Delivery due(String id, long recipient) {
    Delivery.Item item =
        new Delivery.Item("x:" + id, List.of("search"), 1, Optional.of(5L), Optional.empty());
    return new Delivery(
        id,
        "somebody",
        recipient,
        AlertReason.NEW,
        Delivery.State.DUE,
        Optional.empty(),
        List.of(item),
        NOW,
        NOW,
        0,
        Optional.empty(),
        NOW,
        Optional.empty());
  }
}
