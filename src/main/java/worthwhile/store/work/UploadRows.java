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

  /** Keeps a file in place of the one that the account handed in before; drops all expired ones. */
  public void put(Upload upload) {
    database.write(
        handle -> {
          handle
              .createUpdate("delete from work_upload where account = :account or expires < :now")
              .bind("account", upload.account())
              .bind("now", Columns.millis(upload.created()))
              .execute();
          return handle
              .createUpdate(
                  """
                  insert into work_upload (id, account, name, content, created, expires)
                  values (:id, :account, :name, :content, :created, :expires)
                  """)
              .bind("id", upload.id().toString())
              .bind("account", upload.account())
              .bind("name", Columns.text(upload.name()))
              .bind("content", Packed.pack(upload.content()))
              .bind("created", Columns.millis(upload.created()))
              .bind("expires", Columns.millis(upload.expires()))
              .execute();
        });
  }

  /** A file of an account that has not expired. */
  public Optional<Upload> byId(String account, UUID id, Instant now) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select * from work_upload"
                        + " where account = :account and id = :id and expires >= :now")
                .bind("account", account)
                .bind("id", id.toString())
                .bind("now", Columns.millis(now))
                .map(
                    (row, _) ->
                        new Upload(
                            id,
                            account,
                            row.getString("name"),
                            Packed.unpack(row.getBytes("content")),
                            Columns.instant(row, "created"),
                            Columns.instant(row, "expires")))
                .findOne());
  }

  /** Forgets a file. */
  public void delete(String account, UUID id) {
    database.write(
        handle ->
            handle
                .createUpdate("delete from work_upload where account = :account and id = :id")
                .bind("account", account)
                .bind("id", id.toString())
                .execute());
  }

  /** Forgets what has expired; returns how many. */
  public int expire(Instant now) {
    return database.write(
        handle ->
            handle
                .createUpdate("delete from work_upload where expires < :now")
                .bind("now", Columns.millis(now))
                .execute());
  }
}
