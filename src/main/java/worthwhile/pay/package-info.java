/** Stage 7: what a posting really pays per hour. */
package worthwhile.pay;
