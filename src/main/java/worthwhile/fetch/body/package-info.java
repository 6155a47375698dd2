/**
 * What the bytes of an answer are: their charset, and JSON and XML as sources really write them.
 * Knows nothing of requests, so that fetching and extraction read a body in the same way.
 */
package worthwhile.fetch.body;
