/**
 * How values are written as words: one way for requests, answers, files and the database. First in
 * the flow, for everything else is written with it.
 */
package worthwhile.posting.word;
