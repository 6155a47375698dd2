package worthwhile.store.sql;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import worthwhile.store.sql.StoreException.Problem;

/** Copies of the whole database, out and back in. */
public final class Backups {
  private Backups() {}

  public static void write(Address address, Path target) {
    switch (address) {
      case Address.LocalFile(Path path) -> write(path, target.toAbsolutePath());
      case Address.Server server -> throw useServerTools(server, "pg_dump");
    }
  }

  private static void write(Path database, Path target) {
    NativeLibrary.loadBeside(database);
    if (Files.exists(target)) throw exists(target, "Name a file that does not exist yet.");
    requireContent(database);
    Path part = beside(target);
    try {
      DataSource source = asWritable(database);
      Schema.requireOurs(source, database.toString());
      execute(source, "vacuum into '" + part.toString().replace("'", "''") + "'");
      publish(part, target);
    } catch (SQLException e) {
      throw trouble(e, database, target);
    } catch (IOException e) {
      throw cannotWrite(target, e);
    } finally {
      discard(part);
    }
  }

  private static void requireContent(Path database) {
    if (!Files.isRegularFile(database))
      throw new StoreException(
          Problem.CANNOT_OPEN, database + " does not exist: there is nothing to back up.");
    if (Address.isZeroBytes(database))
      throw new StoreException(
          Problem.DAMAGED,
          database + " has no bytes: there is nothing to back up. Bring back the last backup.");
  }

  /**
   * Where nothing can be written, the database is only read. Without a write-ahead log it is what
   * it is for as long as that lasts; with one, its readers need the file beside that log.
   */
  private static DataSource asWritable(Path database) {
    if (Files.isWritable(database) && Files.isWritable(database.getParent()))
      return plain(database);
    boolean logged = Files.exists(database.resolveSibling(database.getFileName() + "-wal"));
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(1_000);
    var source = new SQLiteDataSource(config);
    String address = database.toUri().getRawPath().replace("?", "%3f").replace("#", "%23");
    source.setUrl("jdbc:sqlite:file:" + address + (logged ? "?mode=ro" : "?immutable=1"));
    return source;
  }

  /** Which of the two files it is that something is wrong with. */
  private static StoreException trouble(SQLException e, Path database, Path target) {
    StoreException ofDatabase =
        Troubles.of(new Database.JdbiFailure(e), new Address.LocalFile(database));
    return switch (ofDatabase.problem()) {
      case DISK_FULL, CANNOT_OPEN, READ_ONLY ->
          Files.isWritable(target.getParent()) && ofDatabase.problem() != Problem.DISK_FULL
              ? ofDatabase
              : Troubles.of(new Database.JdbiFailure(e), new Address.LocalFile(target));
      case BAD_ADDRESS, NOT_OURS, NEWER, DAMAGED, BUSY, UNREACHABLE, EXISTS, FAILED -> ofDatabase;
    };
  }

  public static void restore(Path backup, Address address, boolean overwrite) {
    switch (address) {
      case Address.LocalFile(Path path) -> restore(backup.toAbsolutePath(), path, overwrite);
      case Address.Server server -> throw useServerTools(server, "pg_restore");
    }
  }

  private static void restore(Path backup, Path target, boolean overwrite) {
    NativeLibrary.loadBeside(target);
    requireBackup(backup);
    if (Files.exists(target)) {
      if (!overwrite) throw exists(target, "Say explicitly (--replace) to replace it.");
      requireUnused(target);
    }
    Path part = beside(target);
    try {
      Files.createDirectories(target.getParent());
      Files.copy(backup, part);
      execute(plain(part), "delete from meta where name = '" + Meta.GENERATION + "'");
      // What a write-ahead log says belongs to the file that it was written for.
      for (String suffix : List.of("-wal", "-shm"))
        Files.deleteIfExists(target.resolveSibling(target.getFileName() + suffix));
      publish(part, target);
    } catch (SQLException e) {
      throw Troubles.of(new Database.JdbiFailure(e), new Address.LocalFile(target));
    } catch (IOException e) {
      throw cannotWrite(target, e);
    } finally {
      discard(part);
    }
  }

  private static void requireBackup(Path backup) {
    if (!Files.isRegularFile(backup))
      throw new StoreException(
          Problem.CANNOT_OPEN, backup + " does not exist. Name a file that backup wrote.");
    DataSource source = plain(backup);
    try {
      Schema.requireOurs(source, backup.toString());
      String verdict = Integrity.verdict(source);
      if (!verdict.equals("ok"))
        throw new StoreException(
            Problem.DAMAGED, backup + " is damaged (" + verdict + "). Use an older backup.");
    } catch (SQLException e) {
      throw Troubles.of(new Database.JdbiFailure(e), new Address.LocalFile(backup));
    }
  }

  /** A database in use must not be pulled away; one that is damaged may be. */
  private static void requireUnused(Path target) {
    try {
      execute(plain(target), "pragma locking_mode = exclusive", "begin exclusive", "rollback");
    } catch (SQLException e) {
      StoreException trouble =
          Troubles.of(new Database.JdbiFailure(e), new Address.LocalFile(target));
      switch (trouble.problem()) {
        case DAMAGED, NOT_OURS -> {}
        case BUSY ->
            throw new StoreException(
                Problem.BUSY, target + " is in use. Stop Worthwhile, then restore.", e);
        case BAD_ADDRESS, NEWER, CANNOT_OPEN, READ_ONLY, DISK_FULL, UNREACHABLE, EXISTS, FAILED ->
            throw trouble;
      }
    }
  }

  private static void execute(DataSource source, String... statements) throws SQLException {
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      for (String sql : statements) statement.execute(sql);
    }
  }

  /** As the file is: no journal mode is set, so that looking changes nothing. */
  private static DataSource plain(Path file) {
    var config = new SQLiteConfig();
    config.setBusyTimeout(1_000);
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  private static Path beside(Path target) {
    Path whole = target.toAbsolutePath();
    return whole.resolveSibling(
        whole.getFileName() + "." + ProcessHandle.current().pid() + ".part");
  }

  /** The name appears when the content is safely on disk. */
  private static void publish(Path part, Path target) throws IOException {
    try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw cannotWrite(part, e);
    }
  }

  private static StoreException exists(Path file, String mend) {
    return new StoreException(Problem.EXISTS, file + " exists already. " + mend);
  }

  private static StoreException cannotWrite(Path file, IOException e) {
    return new StoreException(
        Problem.CANNOT_OPEN,
        file + " cannot be written (" + e + "). Check the folder, its permissions and its room.",
        e);
  }

  private static StoreException useServerTools(Address.Server server, String tool) {
    return new StoreException(
        Problem.BAD_ADDRESS,
        server.place() + " is PostgreSQL: use its own " + tool + ", made for large databases.");
  }
}
