/** Pay as people write it: sums, units and what they are paid for. */
package worthwhile.text.pay;
