package worthwhile.store.alert;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import worthwhile.store.sql.Revision;

/** Everything about alerts, as one transaction sees it. */
public final class Alerts {
  private final Handle handle;
  private final Settling settling;

  public Alerts(Handle handle) {
    this.handle = handle;
    settling = new Settling(handle);
  }

  /** Stores what was kept for the end of the transaction; without that it is lost. */
  public void finish() {
    settling.finish();
  }

  /** What became of deliveries, noted at the end of the transaction. */
  public Settling settling() {
    return settling;
  }

  /** What people want to hear of. */
  public SavedSearchRows searches() {
    return new SavedSearchRows(handle);
  }

  /** Where they hear it. */
  public RecipientRows recipients() {
    return new RecipientRows(handle);
  }

  /** Who was told what. */
  public ToldRows told() {
    return new ToldRows(handle);
  }

  /** What is to be sent, and what became of it. */
  public DeliveryRows deliveries() {
    return new DeliveryRows(handle);
  }

  /** Where nothing is sent any more. */
  public SuppressionRows suppressions() {
    return new SuppressionRows(handle);
  }

  /** Proofs that alerts work. */
  public CanaryRows canaries() {
    return new CanaryRows(handle);
  }

  /** What keeps alerts from working. */
  public TroubleRows troubles() {
    return new TroubleRows(handle);
  }

  /** Platforms that are not read as they should be. */
  public SilenceRows silences() {
    return new SilenceRows(handle);
  }

  /** Platforms that woke. */
  public WakingRows wakings() {
    return new WakingRows(handle);
  }

  /** Platforms that changed. */
  public ChangeRows changes() {
    return new ChangeRows(handle);
  }

  /** Work that should have been paid. */
  public DueRows dues() {
    return new DueRows(handle);
  }

  /** How full the outbox is, and how its channels fare. */
  public QueueRows queue() {
    return new QueueRows(handle);
  }

  /** Of whose work people do not want to hear. */
  public BlockedRows blocked() {
    return new BlockedRows(handle);
  }

  /** The highest revision of the change log. */
  public long revision() {
    return Revision.current(handle);
  }

  /**
   * The revision up to which matches have been looked for; absent if they never were. Nobody else
   * moves it, and no saved search changes, until the transaction ends.
   */
  public Optional<Long> followed(String follower) {
    searches().lock();
    handle.execute("update follower set at = at where name = ?", follower);
    return handle
        .select("select revision from follower where name = ?", follower)
        .mapTo(Long.class)
        .findOne();
  }

  /** Notes how far matches have been looked for. */
  public void follow(String follower, long revision, Instant at) {
    handle.execute(
        "insert into follower (name, revision, at) values (?, ?, ?) on conflict (name)"
            + " do update set revision = excluded.revision, at = excluded.at",
        follower,
        revision,
        at);
  }
}
