/** Warnings for whoever asks: what a message smells of. */
package worthwhile.site.warning;
