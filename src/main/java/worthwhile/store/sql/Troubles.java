package worthwhile.store.sql;

import java.sql.SQLException;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteException;
import worthwhile.store.sql.StoreException.Problem;

/** Turns what a driver throws into what an operator can act on. */
public final class Troubles {
  private Troubles() {}

  public static StoreException of(RuntimeException thrown, Address address) {
    if (thrown instanceof StoreException ours) return ours;
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException sqlite) return sqlite(sqlite, address.place());
      if (cause instanceof SQLException sql) return sql(sql, address.place());
    }
    if (thrown instanceof JdbiException)
      return new StoreException(Problem.FAILED, thrown.getMessage(), thrown);
    throw thrown;
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

  private static StoreException sql(SQLException thrown, String place) {
    String state = thrown.getSQLState() == null ? "" : thrown.getSQLState();
    if (state.startsWith("08") || state.startsWith("28") || state.startsWith("3D"))
      return trouble(
          Problem.UNREACHABLE, thrown, place, UNREACHABLE + " It says: " + quoted(thrown));
    return switch (state) {
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

  private static String quoted(SQLException thrown) {
    return String.valueOf(thrown.getMessage()).replace("%", "%%");
  }

  private static StoreException trouble(
      Problem problem, SQLException thrown, String place, String message) {
    return new StoreException(
        problem, String.format(java.util.Locale.ROOT, message, place), thrown);
  }
}
