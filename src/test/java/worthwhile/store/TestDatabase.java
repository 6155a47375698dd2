package worthwhile.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;

/** The databases that every statement must run on. */
public enum TestDatabase {
  SQLITE {
    @Override
    public String fresh(Path folder) {
      return "jdbc:sqlite:" + folder.resolve("worthwhile.db");
    }
  },
  POSTGRESQL {
    @Override
    public String fresh(Path folder) {
      String name = "w" + UUID.randomUUID().toString().replace("-", "");
      try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("create database " + name);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return Server.RUNNING.getJdbcUrl("postgres", name);
    }
  };

  /** Address of an empty database. */
  public abstract String fresh(Path folder);

  /** Started when first asked for; it ends with this JVM. */
  private static final class Server {
    private static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
