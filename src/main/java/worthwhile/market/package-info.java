/**
 * What the market pays: figures over the postings of the last 30 days, each with what it rests on.
 */
package worthwhile.market;
