package worthwhile.pay.study;

import java.util.OptionalDouble;
import worthwhile.pay.Widths;

/**
 * How a requester's tasks are foretold by what was learned from the others, and what learning from
 * her too changes: a hint of what the next requester may do to the estimate.
 *
 * @param requester whose tasks these are
 * @param batches of hers
 * @param listingOnly share of her estimates from the listing alone whose 80% interval holds the
 *     truth; absent if there is none
 * @param oneReport likewise with one report
 * @param fiveReports likewise with five
 * @param tenReports likewise with ten
 * @param moved factor by which learning from her too moves the estimate of a listing alone, up or
 *     down: the median over all batches, 1 or more
 * @param wider factor by which it makes the interval wider, in the logarithm: likewise
 * @param widths that her intervals were given, learned from the others
 */
public record Influence(
    String requester,
    int batches,
    OptionalDouble listingOnly,
    OptionalDouble oneReport,
    OptionalDouble fiveReports,
    OptionalDouble tenReports,
    double moved,
    double wider,
    Widths widths) {}
