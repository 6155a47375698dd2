package worthwhile.store.sql;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import worthwhile.store.sql.StoreException.Problem;

/** Where a database lives, and how connections to it are made. */
public sealed interface Address {
  /** Understands a JDBC address; throws a {@link StoreException} that lists what is possible. */
  static Address parse(String jdbcUrl) {
    if (jdbcUrl.startsWith("jdbc:postgresql:")) return new Server(jdbcUrl);
    String file = jdbcUrl.startsWith("jdbc:sqlite:") ? jdbcUrl.substring(12) : "";
    int options = file.indexOf('?');
    if (options >= 0) file = file.substring(0, options);
    if (file.isBlank() || file.startsWith(":")) throw notUnderstood(jdbcUrl);
    try {
      return new LocalFile(Path.of(file).toAbsolutePath().normalize());
    } catch (InvalidPathException _) {
      throw notUnderstood(jdbcUrl);
    }
  }

  private static StoreException notUnderstood(String jdbcUrl) {
    return new StoreException(
        Problem.BAD_ADDRESS,
        "\""
            + jdbcUrl
            + "\" is no address of a database. Write jdbc:sqlite:FILE or"
            + " jdbc:postgresql://HOST/DATABASE?user=NAME&password=….");
  }

  /** Connections that write; there is never more than one at a time. */
  DataSource writing();

  /** Connections that read. */
  DataSource reading();

  /** Whether a file is there and holds nothing, as a disk that was full leaves it. */
  static boolean isZeroBytes(Path file) {
    return Files.isRegularFile(file) && file.toFile().length() == 0;
  }

  /** For messages: the place without password. */
  String place();

  /** SQLite in a file. */
  record LocalFile(Path path) implements Address {
    /**
     * Of a new database; one that is there keeps its own. A posting is over a kilobyte: of pages of
     * 4 KiB a fifth would stay empty.
     */
    private static final int PAGE_BYTES = 8_192;

    /**
     * Pages that a connection keeps. Alerts to ten thousand people touch pages all over the index
     * by recipient and the saved searches at once; what does not fit is written and read again
     * within the transaction.
     */
    private static final int WRITING_PAGES = 4_000;

    private static final int READING_PAGES = 250;

    @Override
    public DataSource writing() {
      return source(SQLiteConfig.TransactionMode.IMMEDIATE, 50, WRITING_PAGES);
    }

    @Override
    public DataSource reading() {
      return source(SQLiteConfig.TransactionMode.DEFERRED, 50, READING_PAGES);
    }

    /** Begins a database that is not there yet: the size of its pages is said first or never. */
    void begin() throws SQLException {
      if (Files.exists(path)) return;
      var source = new SQLiteDataSource();
      source.setUrl("jdbc:sqlite:" + path);
      try (var connection = source.getConnection();
          var statement = connection.createStatement()) {
        statement.execute("pragma page_size = " + PAGE_BYTES);
        statement.execute("pragma journal_mode = wal");
      }
    }

    /**
     * Synchronous NORMAL: a commit survives the death of the process, which is what is promised; a
     * power cut may lose the last commits, never the order or the file.
     *
     * @param busyMillis how long SQLite itself waits, in native code, for another process; short
     *     where this process can wait better
     */
    private DataSource source(SQLiteConfig.TransactionMode mode, int busyMillis, int pages) {
      var config = new SQLiteConfig();
      config.setJournalMode(SQLiteConfig.JournalMode.WAL);
      config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
      config.setBusyTimeout(busyMillis);
      config.setTransactionMode(mode);
      config.setCacheSize(pages);
      var source = new SQLiteDataSource(config);
      source.setUrl("jdbc:sqlite:" + path);
      return source;
    }

    @Override
    public String place() {
      return path.toString();
    }
  }

  /** PostgreSQL. */
  record Server(String url) implements Address {
    private static final int LOGIN_SECONDS = 10;

    @Override
    public DataSource writing() {
      return reading();
    }

    @Override
    public DataSource reading() {
      var source = new PatientDataSource();
      source.setUrl(url);
      source.setApplicationName("worthwhile");
      return source;
    }

    /** The pool lends for a short time only; to connect may take longer than that. */
    private static final class PatientDataSource extends PGSimpleDataSource {
      private static final long serialVersionUID = 1L;

      @Override
      public void setLoginTimeout(int seconds) {
        super.setLoginTimeout(Math.max(seconds, LOGIN_SECONDS));
      }
    }

    @Override
    public String place() {
      int options = url.indexOf('?');
      return options < 0 ? url : url.substring(0, options);
    }
  }
}
