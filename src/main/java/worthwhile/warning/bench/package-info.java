/** How good the warnings are on texts of which it is known what they are. */
package worthwhile.warning.bench;
