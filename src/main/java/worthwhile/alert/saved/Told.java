package worthwhile.alert.saved;

import java.util.Optional;

/**
 * That some were told of a posting.
 *
 * @param revision of the change log by which it came to that
 * @param net pay per hour that was told, in millionths of a dollar; absent if not known
 * @param whom numbers of recipients
 */
public record Told(
    String posting, long revision, AlertReason reason, Optional<Long> net, RecipientSet whom) {}
