/** Titles, comments and JSON-LD that a definition names a grammar for. */
package worthwhile.extract.grammar;
