/** Stage 4: a pure function from definition and page to an extraction. No clock, no network. */
package worthwhile.extract;
