package worthwhile.alert.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;

/** The keys by which push services know an instance. */
class PushIdentityTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void allProcessesOnOneStoreHaveTheSameKeysAlsoLater(TestDatabase kind) throws Exception {
    String database = kind.fresh(folder);
    String key;
    try (Store one = Store.open(database, Clock.systemUTC());
        Store other = Store.open(database, Clock.systemUTC())) {
      List<String> keys = atOnce(List.of(one, other, one, other));
      assertThat(keys).hasSize(4).containsOnly(keys.getFirst());
      key = keys.getFirst();
    }
    assertThat(Base64.getUrlDecoder().decode(key)).hasSize(65).startsWith(4);
    try (Store later = Store.open(database, Clock.systemUTC())) {
      assertThat(new PushIdentity(later).publicKey()).isEqualTo(key);
    }
  }

  private static List<String> atOnce(List<Store> stores) throws Exception {
    try (var threads = Executors.newFixedThreadPool(stores.size())) {
      List<Callable<String>> asking =
          stores.stream()
              .<Callable<String>>map(store -> () -> new PushIdentity(store).publicKey())
              .toList();
      List<String> keys = new ArrayList<>();
      for (Future<String> each : threads.invokeAll(asking)) keys.add(each.get());
      return keys;
    }
  }
}
