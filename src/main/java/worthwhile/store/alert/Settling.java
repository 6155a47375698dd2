package worthwhile.store.alert;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import worthwhile.alert.saved.Delivery;
import worthwhile.posting.PostingJson;
import worthwhile.store.sql.Columns;
import worthwhile.store.sql.Database;

/**
 * What became of deliveries, noted for all of a transaction at its end: with one statement, which
 * is prepared once, and with one sum for each kind of channel. Whatever somebody else has taken
 * meanwhile is left as it is and not counted.
 */
public final class Settling {
  private final Handle handle;
  private final List<Settled> all = new ArrayList<>();

  private record Settled(Delivery delivery, String lease, Optional<String> counted) {}

  /** A posting that a message went without. */
  private record NotTold(Delivery delivery, Delivery.Item item) {}

  Settling(Handle handle) {
    this.handle = handle;
  }

  /**
   * Notes what became of one that was taken.
   *
   * @param counted the word of the channel's type among whose sent deliveries it counts; absent if
   *     it counts nowhere
   */
  public void add(Delivery delivery, String lease, Optional<String> counted) {
    all.add(new Settled(delivery, lease, counted));
  }

  /** Stores what was noted. */
  void finish() {
    if (all.isEmpty()) return;
    int[] rows = store();
    Map<String, Integer> sent = new TreeMap<>();
    for (int i = 0; i < rows.length; i++)
      if (rows[i] == 1) all.get(i).counted().ifPresent(type -> sent.merge(type, 1, Integer::sum));
    sent.forEach(new QueueRows(handle)::countSent);
    forgetDangerous(
        IntStream.range(0, rows.length)
            .filter(i -> rows[i] == 1)
            .mapToObj(i -> all.get(i).delivery())
            .toList());
  }

  /**
   * What was left out as a danger was not told: where it is cleared, it is to be told. In one
   * order, so that two processes never wait for each other.
   */
  private void forgetDangerous(List<Delivery> settled) {
    List<NotTold> all =
        settled.stream()
            .filter(delivery -> delivery.done().isPresent())
            .flatMap(Settling::notTold)
            .sorted(Comparator.comparing(each -> each.item().posting()))
            .toList();
    ToldRows told = new ToldRows(handle);
    for (NotTold each : all)
      told.forget(
          each.item().posting(),
          each.delivery().reason(),
          each.item().revision(),
          each.delivery().recipient());
  }

  private static Stream<NotTold> notTold(Delivery delivery) {
    return delivery.items().stream()
        .filter(Delivery.Item::isDangerous)
        .map(item -> new NotTold(delivery, item));
  }

  private int[] store() {
    try (var statement = handle.getConnection().prepareStatement(DeliveryRows.SETTLE)) {
      for (Settled each : all) bind(statement, each.delivery(), each.lease());
      return statement.executeBatch();
    } catch (SQLException e) {
      throw new Database.JdbiFailure(e);
    }
  }

  private static void bind(PreparedStatement statement, Delivery delivery, String lease)
      throws SQLException {
    statement.setString(1, delivery.state().word());
    statement.setString(2, delivery.why().map(PostingJson::stored).map(Columns::text).orElse(null));
    statement.setString(3, DeliveryRows.settledItems(delivery));
    statement.setLong(4, delivery.nextTry().toEpochMilli());
    statement.setInt(5, delivery.attempts());
    statement.setString(6, delivery.error().map(Columns::text).orElse(null));
    statement.setObject(7, delivery.done().map(Instant::toEpochMilli).orElse(null));
    statement.setString(8, delivery.id());
    statement.setString(9, lease);
    statement.addBatch();
  }
}
