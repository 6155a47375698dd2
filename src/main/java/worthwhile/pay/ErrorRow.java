package worthwhile.pay;

/**
 * How good the estimate is with one kind of evidence.
 *
 * <p>An estimate is compared with the median over workers of what they earned per hour.
 *
 * @param evidence what the estimate was made from
 * @param batches that it was made for
 * @param estimates that were made; more than batches where reports are drawn by chance
 * @param within75 share whose error is at most 75% of the truth
 * @param within75From with a chance of nine in ten the share for other requesters lies between
 *     this, found by drawing requesters anew, ...
 * @param within75To ... and this
 * @param within25 share whose error is at most 25% of the truth
 * @param factor median of the larger of estimate by truth and truth by estimate
 * @param factorFrom likewise
 * @param factorTo likewise
 * @param covered share whose 80% interval holds the truth
 * @param coveredFrom likewise for other requesters
 * @param coveredTo likewise
 * @param workersCovered share of single workers whose pay per hour lies in the interval; far less,
 *     since the interval is about the typical worker
 * @param logDensity mean over requesters of the logarithm of the density that the estimate gives to
 *     the logarithm of the typical seconds: the higher the better; models are compared by it
 */
public record ErrorRow(
    String evidence,
    int batches,
    int estimates,
    double within75,
    double within75From,
    double within75To,
    double within25,
    double factor,
    double factorFrom,
    double factorTo,
    double covered,
    double coveredFrom,
    double coveredTo,
    double workersCovered,
    double logDensity) {}
