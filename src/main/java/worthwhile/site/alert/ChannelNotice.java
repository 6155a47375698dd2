package worthwhile.site.alert;

import java.util.Optional;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.Delivery;
import worthwhile.store.Store;

/**
 * What came of something done with a channel, said on the page that is shown next.
 *
 * @param good whether it is as wanted
 */
record ChannelNotice(boolean good, String text) {
  /** What became of an account's test message; absent if there is no such. */
  static Optional<ChannelNotice> ofTrial(Store store, String account, String delivery) {
    return store.alerts(
        alerts ->
            alerts
                .deliveries()
                .byId(delivery)
                .filter(found -> found.account().equals(account))
                .filter(found -> found.reason() == AlertReason.TEST)
                .flatMap(
                    found ->
                        alerts
                            .recipients()
                            .byNumber(found.recipient())
                            .map(
                                to ->
                                    new ChannelNotice(
                                        found.state() == Delivery.State.SENT,
                                        AlertWords.trial(to, found)))));
  }
}
