package worthwhile.store.sql;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteException;
import worthwhile.store.sql.StoreException.Problem;
import worthwhile.text.FailureText;

/** Turns what a driver throws into what an operator can act on. */
public final class Troubles {
  private Troubles() {}

  public static StoreException of(RuntimeException thrown, Address address) {
    if (thrown instanceof StoreException ours) return ours;
    Optional<SQLiteException> sqlite = cause(thrown, SQLiteException.class);
    if (sqlite.isPresent()) return sqlite(sqlite.get(), address.place());
    Optional<SQLException> sql = cause(thrown, SQLException.class);
    if (sql.isPresent()) return sql(sql.get(), address);
    if (thrown instanceof JdbiException)
      return new StoreException(Problem.FAILED, FailureText.of(thrown), thrown);
    throw thrown;
  }

  private static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> kind) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }

  private static StoreException sqlite(SQLiteException thrown, String place) {
    int code = thrown.getResultCode().code & 0xff;
    return switch (code) {
      case 5, 6 -> trouble(Problem.BUSY, thrown, place, BUSY);
      case 8 -> trouble(Problem.READ_ONLY, thrown, place, READ_ONLY);
      case 11 -> trouble(Problem.DAMAGED, thrown, place, DAMAGED);
      case 13 -> trouble(Problem.DISK_FULL, thrown, place, DISK_FULL);
      case 10, 14 -> trouble(Problem.CANNOT_OPEN, thrown, place, CANNOT_OPEN);
      case 26 -> trouble(Problem.NOT_OURS, thrown, place, NOT_OURS);
      default -> trouble(Problem.FAILED, thrown, place, "%s: " + quoted(thrown));
    };
  }

  private static final String BUSY =
      "%s is held by another process that is writing. Stop it, or try again when it is done.";
  private static final String READ_ONLY =
      "%s cannot be written. Give the user who runs Worthwhile write permission on the file and"
          + " its folder.";
  private static final String DAMAGED =
      "%s is damaged. Stop Worthwhile, keep a copy of the file, and bring back the last backup:"
          + " worthwhile restore FILE --replace.";
  private static final String DISK_FULL =
      "No room left on the disk of %s. Make room and try again; nothing of this step was stored.";
  private static final String CANNOT_OPEN =
      "%s cannot be opened or created. Check that its folder exists, that the disk is well, and"
          + " that the user who runs Worthwhile may write there.";
  private static final String NOT_OURS =
      "%s is not a database. Name another file, or move this one away.";
  private static final String UNREACHABLE =
      "The database server at %s does not answer. Check that it runs and that the address, the"
          + " user and the password are right.";

  private static final String SILENT =
      "%s does not answer in time: it is held by another process, stopped, or all connections to it"
          + " are in use.";
  private static final String SERVER_DAMAGED =
      "%s is damaged. Stop Worthwhile and bring back the last backup with pg_restore.";

  /**
   * No connection, it was broken, nobody may have one, no such database, the server stops or is not
   * up yet.
   */
  private static final List<String> AWAY = List.of("08", "28", "3D", "57P");

  private static StoreException sql(SQLException thrown, Address address) {
    String place = address.place();
    String state = thrown.getSQLState() == null ? "" : thrown.getSQLState();
    if (state.isEmpty() && thrown instanceof SQLTransientConnectionException)
      return trouble(isFile(address) ? Problem.BUSY : Problem.UNREACHABLE, thrown, place, SILENT);
    if (AWAY.stream().anyMatch(state::startsWith))
      return trouble(
          Problem.UNREACHABLE, thrown, place, UNREACHABLE + " It says: " + quoted(thrown));
    return switch (state) {
      case "XX001", "XX002", "58030", "58P01" ->
          trouble(Problem.DAMAGED, thrown, place, SERVER_DAMAGED + " It says: " + quoted(thrown));
      case "53100" -> trouble(Problem.DISK_FULL, thrown, place, DISK_FULL);
      case "25006", "42501" ->
          trouble(
              Problem.READ_ONLY,
              thrown,
              place,
              "The user of %s may not write there. It says: " + quoted(thrown));
      default -> trouble(Problem.FAILED, thrown, place, "%s: " + quoted(thrown));
    };
  }

  private static boolean isFile(Address address) {
    return switch (address) {
      case Address.LocalFile _ -> true;
      case Address.Server _ -> false;
    };
  }

  private static String quoted(SQLException thrown) {
    return String.valueOf(thrown.getMessage()).replace("%", "%%");
  }

  private static StoreException trouble(
      Problem problem, SQLException thrown, String place, String message) {
    return new StoreException(
        problem, String.format(java.util.Locale.ROOT, message, place), thrown);
  }
}
