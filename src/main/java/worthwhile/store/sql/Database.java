package worthwhile.store.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
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

  private static final Duration PAUSE = Duration.ofMillis(20);

  /** A database that was away is not asked again so soon by somebody who cannot wait. */
  private static final Duration AWAY = Duration.ofSeconds(1);

  /** Longest time for which a server may leave a statement of a request without a word. */
  private static final int SILENCE_MILLIS = 10_000;

  private final Address address;
  private final HikariDataSource readers;
  private final HikariDataSource writer;
  private final Jdbi reading;
  private final Jdbi writing;
  private final ReentrantLock writeLock = new ReentrantLock(true);

  /** The database was away just now; empty if it answered since. */
  private final AtomicReference<Optional<Outage>> outage = new AtomicReference<>(Optional.empty());

  private record Outage(StoreException trouble, long until) {}

  /** What the file system knows the database by; empty for a server, and where it knows nothing. */
  private final Optional<Object> file;

  private Database(Address address) {
    this.address = address;
    file = fileKey(address);
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
    long patience = System.nanoTime() + Patience.LONG.toNanos();
    if (address instanceof Address.LocalFile(Path file)) NativeLibrary.loadBeside(file);
    while (true) {
      StoreException trouble;
      try {
        if (address instanceof Address.LocalFile file) prepare(file);
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

  private static void prepare(Address.LocalFile file) throws SQLException {
    createFolder(file.path());
    file.begin();
    if (Address.isZeroBytes(file.path()))
      LOG.warn(
          "{} has no bytes and is taken for a new database. If there was one, stop Worthwhile and"
              + " bring back the last backup: worthwhile restore FILE --replace.",
          file.path());
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
    config.setConnectionTimeout(Patience.SHORT.toMillis());
    config.setValidationTimeout(Patience.SHORT.toMillis() / 2);
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

  /**
   * Whether another file lies where the database was opened, or none: what is written goes into a
   * file that has no name any more.
   */
  public boolean isExchanged() {
    return file.isPresent() && !file.equals(fileKey(address));
  }

  private static Optional<Object> fileKey(Address address) {
    return switch (address) {
      case Address.Server _ -> Optional.empty();
      case Address.LocalFile(Path path) -> fileKey(path);
    };
  }

  private static Optional<Object> fileKey(Path path) {
    try {
      return Optional.ofNullable(Files.readAttributes(path, BasicFileAttributes.class).fileKey());
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new StoreException(Problem.CANNOT_OPEN, path + " cannot be looked at (" + e + ").", e);
    }
  }

  public <T> T read(Function<Handle, T> work) {
    return patiently(
        Patience.left(),
        () -> {
          try (Handle handle = reading.open()) {
            return work.apply(bounded(handle));
          }
        });
  }

  /**
   * All or nothing: what throws leaves no trace. The work may be run again from its start where
   * another process was writing: it must do nothing but ask and tell the database.
   */
  public <T> T write(Function<Handle, T> work) {
    refuseWhileAway();
    writeLock.lock();
    try {
      return patiently(Patience.LONG, () -> transaction(handle -> work.apply(bounded(handle))));
    } finally {
      writeLock.unlock();
    }
  }

  /**
   * Tries again while another process holds the database, and while no connection to it can be had.
   */
  private <T> T patiently(Duration whileBusy, Supplier<T> attempt) {
    refuseWhileAway();
    long start = System.nanoTime();
    while (true) {
      try {
        T answer = attempt.get();
        outage.set(Optional.empty());
        return answer;
      } catch (JdbiException e) {
        StoreException trouble = Troubles.of(e, address);
        Duration patience =
            e instanceof ConnectionException
                ? Patience.left()
                : trouble.problem() == Problem.BUSY ? whileBusy : Duration.ZERO;
        if (!trouble.isAway() || System.nanoTime() - start > patience.toNanos()) {
          if (trouble.isAway()) noteOutage(trouble);
          throw trouble;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private void noteOutage(StoreException trouble) {
    outage.set(Optional.of(new Outage(trouble, System.nanoTime() + AWAY.toNanos())));
  }

  /** A page asks many things: each would wait for itself. */
  private void refuseWhileAway() {
    if (!Patience.isShort()) return;
    Objects.requireNonNull(outage.get(), "it starts as none and is never set to null")
        .filter(away -> away.until() - System.nanoTime() > 0)
        .ifPresent(
            away -> {
              throw away.trouble().again();
            });
  }

  /** A server that is there and says nothing must not hold a request for ever. */
  private Handle bounded(Handle handle) {
    if (!Patience.isShort() || address instanceof Address.LocalFile) return handle;
    try {
      handle.getConnection().setNetworkTimeout(Runnable::run, SILENCE_MILLIS);
      return handle;
    } catch (SQLException e) {
      throw new JdbiFailure(e);
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
  public <T> Optional<T> find(RowMapper<T> mapper, String sql, @Nullable Object... values) {
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
  public int update(String sql, @Nullable Object... values) {
    return write(handle -> handle.execute(sql, values));
  }

  /**
   * Carries out one statement, or nothing where somebody else is writing or the database is away:
   * for what may as well be noted the next time, and must hold up nobody who only reads.
   */
  public boolean updateIfFree(String sql, Object... values) {
    if (!writeLock.tryLock()) return false;
    try {
      writing.useTransaction(handle -> bounded(handle).execute(sql, values));
      return true;
    } catch (JdbiException e) {
      StoreException trouble = Troubles.of(e, address);
      if (trouble.isAway()) return false;
      throw trouble;
    } finally {
      writeLock.unlock();
    }
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
  public <T> Stream<T> stream(String sql, RowMapper<T> mapper, Object... values) {
    Handle handle = patiently(Patience.left(), reading::open);
    try {
      handle.begin();
      Query query = handle.createQuery(sql).setFetchSize(500);
      for (int i = 0; i < values.length; i++) query.bind(i, values[i]);
      return query.map(mapper).stream().onClose(() -> end(handle));
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
