package worthwhile.search;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A posting as figures over all postings count it.
 *
 * @param platform id; absent if not known
 * @param category as the posting spells it; absent if not known
 * @param net pay per hour after what is certain to be taken off, in millionths of a US dollar;
 *     absent if not known
 * @param seen when it was first seen, in milliseconds since 1970; absent if not known
 * @param task what all copies of one task have in common and no other task has; 0 if it has no
 *     copies
 * @param danger whether its warnings call it dangerous
 */
public record Offered(
    Optional<String> platform,
    Optional<String> category,
    OptionalLong net,
    OptionalLong seen,
    long task,
    boolean danger) {}
