/**
 * What stands in workers' files beside values: words for columns and states, lines that are no
 * work.
 */
package worthwhile.work.file.word;
