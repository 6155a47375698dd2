/**
 * Stage 3: one polite HTTP request. Only this package opens sockets towards sources; every answer
 * is one of a closed set of outcomes.
 */
package worthwhile.fetch;
