/**
 * The domain: what a posting is, in schema.org's words. Depends on nothing else of Worthwhile.
 *
 * <p>Absent means unknown: a null component or an empty list is never 0 and never "none".
 */
package worthwhile.posting;
