package worthwhile.store.work;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import worthwhile.store.sql.Columns;
import worthwhile.store.sql.Database;
import worthwhile.store.sql.Packed;

/** Files that workers handed in, kept until they confirm what was read of them or it expires. */
public final class UploadRows {
  private final Database database;

  public UploadRows(Database database) {
    this.database = database;
  }

  /** One file. */
  public record Upload(
      UUID id, String account, String name, byte[] content, Instant created, Instant expires) {}

  /** Keeps a file in place of the one that the account handed in before. */
  public void put(Upload upload) {
    database.write(
        handle -> {
          handle.execute("delete from work_upload where account = ?", upload.account());
          return handle.execute(
              """
                  insert into work_upload (id, account, name, content, created, expires)
                  values (?, ?, ?, ?, ?, ?)
                  """,
              upload.id(),
              upload.account(),
              upload.name(),
              Packed.pack(upload.content()),
              upload.created(),
              upload.expires());
        });
  }

  /** A file of an account that has not expired. */
  public Optional<Upload> byId(String account, UUID id, Instant now) {
    return database.find(
        (row, _) ->
            new Upload(
                id,
                account,
                row.getString("name"),
                Packed.unpack(row.getBytes("content")),
                Columns.instant(row, "created"),
                Columns.instant(row, "expires")),
        "select * from work_upload where account = ? and id = ? and expires >= ?",
        account,
        id,
        now);
  }

  /** Forgets a file. */
  public void delete(String account, UUID id) {
    database.update("delete from work_upload where account = ? and id = ?", account, id);
  }

  /** Forgets what has expired; returns how many. */
  public int expire(Instant now) {
    return database.update("delete from work_upload where expires < ?", now);
  }
}
