/** Stage 8, below: the families of scams as data, and what of them a text holds. */
package worthwhile.warning.rule;
