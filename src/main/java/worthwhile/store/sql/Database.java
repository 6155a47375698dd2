package worthwhile.store.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import worthwhile.posting.Reason;
import worthwhile.store.sql.StoreException.Problem;

/**
 * Connections: a small pool that reads and exactly one that writes.
 *
 * <p>The one writer is guarded by a fair lock of Java's, on which a virtual thread waits without
 * holding its carrier. SQLite's own waiting sleeps in native code and would stop every other
 * virtual thread.
 */
public final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final int READERS = 4;
  private static final int CHUNK = 500;

  /** How long a writer of another process (a crawl beside a running site) is waited for. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Address address;
  private final HikariDataSource readers;
  private final HikariDataSource writer;
  private final Jdbi reading;
  private final Jdbi writing;
  private final ReentrantLock writeLock = new ReentrantLock(true);

  private Database(Address address) {
    this.address = address;
    writer = pool("worthwhile-write", 1, address.writing());
    HikariDataSource pool = null;
    try {
      pool = pool("worthwhile-read", READERS, address.reading());
    } finally {
      if (pool == null) writer.close();
    }
    readers = pool;
    reading = jdbi(readers);
    writing = jdbi(writer);
  }

  /**
   * Opens a database and brings its tables up to date; where another process is just doing that, it
   * is waited for.
   *
   * @param steps those that SQL alone cannot make
   */
  public static Database open(Address address, JavaMigration... steps) {
    long patience = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      StoreException trouble;
      try {
        if (address instanceof Address.LocalFile(Path file)) createFolder(file);
        Schema.bringUpToDate(address.writing(), address, steps);
        return new Database(address);
      } catch (SQLException e) {
        trouble = Troubles.of(new JdbiFailure(e), address);
      } catch (RuntimeException e) {
        trouble = Troubles.of(e, address);
      }
      if (trouble.problem() != Problem.BUSY || System.nanoTime() > patience) throw trouble;
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private static void createFolder(Path file) {
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      throw new StoreException(
          Problem.CANNOT_OPEN,
          "The folder "
              + file.getParent()
              + " cannot be created ("
              + e
              + "). Name another with --data, or give the user who runs Worthwhile permission.",
          e);
    }
  }

  private HikariDataSource pool(String name, int size, DataSource source) {
    var config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(source);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(30_000);
    if (address instanceof Address.LocalFile) {
      config.setMaxLifetime(0);
      if (size > 1) config.setConnectionInitSql("pragma query_only = on");
    }
    return new HikariDataSource(config);
  }

  private static Jdbi jdbi(DataSource source) {
    return Jdbi.create(source)
        .registerArgument(new Values())
        .registerColumnMapper(Instant.class, Columns::instant)
        .registerColumnMapper(Duration.class, Columns::duration)
        .registerColumnMapper(Reason.class, Columns::reason)
        .registerColumnMapper(new GenericType<Set<String>>() {}, Columns::words)
        .registerRowMapper(Database::record);
  }

  /** Records are read by the names of their components. */
  private static Optional<RowMapper<?>> record(Type type, ConfigRegistry config) {
    boolean record = type instanceof Class<?> named && named.isRecord();
    return record ? Optional.of(ConstructorMapper.of((Class<?>) type)) : Optional.empty();
  }

  public Address address() {
    return address;
  }

  public <T> T read(Function<Handle, T> work) {
    try (Handle handle = reading.open()) {
      return work.apply(handle);
    } catch (JdbiException e) {
      throw Troubles.of(e, address);
    }
  }

  /**
   * All or nothing: what throws leaves no trace. The work may be run again from its start where
   * another process was writing: it must do nothing but ask and tell the database.
   */
  public <T> T write(Function<Handle, T> work) {
    long patience = System.nanoTime() + PATIENCE.toNanos();
    writeLock.lock();
    try {
      while (true) {
        try {
          return transaction(work);
        } catch (JdbiException e) {
          StoreException trouble = Troubles.of(e, address);
          if (trouble.problem() != Problem.BUSY || System.nanoTime() > patience) throw trouble;
          LockSupport.parkNanos(PAUSE.toNanos());
        }
      }
    } finally {
      writeLock.unlock();
    }
  }

  /**
   * One attempt. SQLite's driver begins the next transaction as part of a commit: with another
   * process writing just then that fails, and what was stored would look as if it were not, and be
   * done again. So there a transaction is begun and ended by hand.
   */
  private <T> T transaction(Function<Handle, T> work) {
    return switch (address) {
      case Address.Server _ -> writing.inTransaction(work::apply);
      case Address.LocalFile _ -> writing.withHandle(handle -> byHand(handle, work));
    };
  }

  private static <T> T byHand(Handle handle, Function<Handle, T> work) {
    boolean ended = false;
    handle.execute("begin immediate");
    try {
      T answer = work.apply(handle);
      handle.execute("commit");
      ended = true;
      return answer;
    } finally {
      if (!ended) rollBack(handle);
    }
  }

  /** SQLite itself has rolled back after some troubles, such as a full disk. */
  private static void rollBack(Handle handle) {
    try {
      handle.execute("rollback");
    } catch (JdbiException e) {
      LOG.debug("Nothing to roll back", e);
    }
  }

  /** The rows that a query finds; its question marks stand for the values, in their order. */
  public <T> List<T> list(RowMapper<T> mapper, String sql, Object... values) {
    return read(handle -> handle.select(sql, values).map(mapper).list());
  }

  /** The same for records, and for values that stand in the one column. */
  public <T> List<T> list(Class<T> type, String sql, Object... values) {
    return read(handle -> handle.select(sql, values).mapTo(type).list());
  }

  /** The one row that a query finds, if any. */
  public <T> Optional<T> find(RowMapper<T> mapper, String sql, Object... values) {
    return read(handle -> handle.select(sql, values).map(mapper).findOne());
  }

  /** The same for a record, or for a value that stands in the one column. */
  public <T> Optional<T> find(Class<T> type, String sql, Object... values) {
    return read(handle -> handle.select(sql, values).mapTo(type).findOne());
  }

  /** The one answer that a query always has. */
  public <T> T one(Class<T> type, String sql, Object... values) {
    return read(handle -> handle.select(sql, values).mapTo(type).one());
  }

  /** Carries out one statement; how many rows it touched. */
  public int update(String sql, Object... values) {
    return write(handle -> handle.execute(sql, values));
  }

  /** Carries out one statement whose names stand for what the record's methods answer. */
  public int updateOf(String sql, Record values) {
    return write(handle -> handle.createUpdate(sql).bindMethods(values).execute());
  }

  /** The values, each once, in groups that fit into one statement. */
  public static <T> List<List<T>> chunks(Collection<T> values) {
    return values.stream().distinct().gather(Gatherers.windowFixed(CHUNK)).toList();
  }

  /** Rows as they are asked for, never all in memory; the caller closes the stream. */
  public <T> Stream<T> stream(String sql, RowMapper<T> mapper) {
    Handle handle = reading.open();
    try {
      handle.begin();
      return handle.createQuery(sql).setFetchSize(500).map(mapper).stream()
          .onClose(() -> end(handle));
    } catch (JdbiException e) {
      end(handle);
      throw Troubles.of(e, address);
    }
  }

  private static void end(Handle handle) {
    try (handle) {
      handle.rollback();
    }
  }

  @Override
  public void close() {
    writeLock.lock();
    try (writer) {
      readers.close();
    } finally {
      writeLock.unlock();
    }
  }

  /** Carries a driver's exception from outside Jdbi to where it is put into words. */
  public static final class JdbiFailure extends JdbiException {
    private static final long serialVersionUID = 1L;

    public JdbiFailure(SQLException cause) {
      super(cause);
    }
  }
}
