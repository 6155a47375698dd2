/** A worker's own pages: timer, earnings, imports. */
package worthwhile.site.work;
