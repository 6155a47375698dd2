package worthwhile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.store.Examples.posting;
import static worthwhile.store.Examples.run;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.flow.Noise;
import worthwhile.intake.Change;
import worthwhile.store.sql.Integrity;

/** Noise in the files of a PostgreSQL server. */
class ServerDamageTest {
  @TempDir private Path folder;

  @Test
  void aPageOfATableThatCannotBeReadIsFound() throws Exception {
    String table;
    try (EmbeddedPostgres server = start();
        Store store = open(server)) {
      List<Change> many =
          IntStream.range(0, 500)
              .<Change>mapToObj(i -> new Change.New(posting("alpha", "" + i)))
              .toList();
      store.postings().apply(many, run("r1"));
      assertThat(store.integrity())
          .isInstanceOfSatisfying(
              Integrity.Sound.class, sound -> assertThat(sound.how()).contains("tables read"));
      execute(server, "create extension amcheck");
      assertThat(store.integrity())
          .isInstanceOfSatisfying(
              Integrity.Sound.class, sound -> assertThat(sound.how()).contains("by amcheck"));
      table = path(server, "posting");
    }
    Noise.overPages(folder.resolve("cluster").resolve(table), 2, 0.5);
    try (EmbeddedPostgres server = start();
        Store store = open(server)) {
      assertThat(store.integrity())
          .isInstanceOfSatisfying(
              Integrity.Damaged.class,
              damaged -> assertThat(damaged.message()).contains("pg_restore").contains(table));
    }
  }

  private EmbeddedPostgres start() throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder.resolve("cluster"))
        .setCleanDataDirectory(false)
        .start();
  }

  private static Store open(EmbeddedPostgres server) {
    return Store.open(server.getJdbcUrl("postgres", "postgres"), Clock.systemUTC());
  }

  private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String path(EmbeddedPostgres server, String table) throws SQLException {
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select pg_relation_filepath('" + table + "')")) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
