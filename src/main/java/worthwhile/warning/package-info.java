/** Stage 8: what of a posting or a message smells of a scam, and why. */
package worthwhile.warning;
