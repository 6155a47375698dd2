/** Requesters that a worker does not want to see, and the forms that say so. */
package worthwhile.site.block;
