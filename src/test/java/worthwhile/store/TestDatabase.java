package worthwhile.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import worthwhile.store.sql.Folders;

/**
 * The databases that every statement must run on.
 *
 * <p>Making the tables takes a third of a second in a file and two seconds on a server, so that a
 * database with tables is a copy of one that was made once.
 */
public enum TestDatabase {
  SQLITE {
    @Override
    public String fresh(Path folder) {
      return file(folder.resolve("worthwhile.db"));
    }

    @Override
    public String empty(Path folder) {
      return "jdbc:sqlite:" + folder.resolve("worthwhile.db");
    }
  },
  POSTGRESQL {
    @Override
    public String fresh(Path folder) {
      return Server.create("template " + Server.Tables.NAME);
    }

    @Override
    public String empty(Path folder) {
      return Server.create("");
    }
  };

  /** Address of a database with all tables and nothing in them. */
  public abstract String fresh(Path folder);

  /** Address of a database without any table. */
  public abstract String empty(Path folder);

  /** Address of a file with all tables and nothing in them, or of what lies there already. */
  public static String file(Path file) {
    try {
      Files.createDirectories(file.getParent());
      if (Files.notExists(file)) Files.copy(FileTables.MADE, file);
      return "jdbc:sqlite:" + file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class FileTables {
    private static final Path MADE = make();

    private static Path make() {
      try {
        Path folder = Files.createTempDirectory("worthwhile-tables");
        Path file = folder.resolve("tables.db");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(folder)));
        Store.open("jdbc:sqlite:" + file, Clock.systemUTC()).close();
        return file;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Started when first asked for; it ends with this JVM. */
  private static final class Server {
    private static final int KEPT = 20;
    private static final String IN_USE = "55006";
    private static final Queue<String> MADE = new ArrayDeque<>();
    private static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Address of a new database, made in this way. */
    static synchronized String create(String how) {
      String name = "w" + UUID.randomUUID().toString().replace("-", "");
      try (var connection = RUNNING.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        dropOld(statement);
        statement.execute("create database " + name + " " + how);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      MADE.add(name);
      return RUNNING.getJdbcUrl("postgres", name);
    }

    /** A thousand of them would take longer to delete than a JVM is given to end. */
    private static void dropOld(Statement statement) throws SQLException {
      if (MADE.size() < KEPT) return;
      String oldest = MADE.remove();
      try {
        statement.execute("drop database " + oldest);
      } catch (SQLException e) {
        if (!e.getSQLState().equals(IN_USE)) throw e;
        MADE.add(oldest);
      }
    }

    private static final class Tables {
      private static final String NAME = make();

      private static String make() {
        String address = create("");
        Store.open(address, Clock.systemUTC()).close();
        String name = address.replaceFirst("^.*/(w[0-9a-f]+)\\?.*$", "$1");
        Server.MADE.remove(name);
        return name;
      }
    }
  }
}
