/** Rates of exchange, fees, points and minimum wages, each with its day and its source. */
package worthwhile.pay.money;
