package worthwhile.alert;

import java.time.Duration;
import java.time.Instant;
import worthwhile.store.Store;

/** Forgets what is no longer needed of alerts, by the clock. */
public final class AlertRetention {
  /** The ledger can be read so long. */
  private static final Duration LEDGER = Duration.ofDays(90);

  /** Nobody is told the same again for so long, whatever became of the posting. */
  private static final Duration TOLD = Duration.ofDays(400);

  /** Whoever does not say within this time that a mailbox is hers is not asked again. */
  private static final Duration UNCONFIRMED = Duration.ofDays(7);

  /** Addresses of those who left. */
  private static final Duration LEFT = Duration.ofDays(28);

  private final Store store;

  public AlertRetention(Store store) {
    this.store = store;
  }

  /** Deletes what is older; how many rows that was. */
  public int keep(Instant now) {
    return store.changeAlerts(
        alerts ->
            alerts.deliveries().thin(now.minus(LEDGER))
                + alerts.told().thin(now.minus(TOLD))
                + alerts.wakings().thin(now.minus(TOLD))
                + alerts.recipients().purge(now.minus(UNCONFIRMED), now.minus(LEFT))
                + alerts.suppressions().thinQuestions(now.minus(Questions.WINDOW))
                + alerts.searches().purge(now.minus(LEFT))
                + alerts.troubles().thin(now.minus(LEDGER))
                + alerts.silences().thin(now.minus(LEDGER)));
  }
}
