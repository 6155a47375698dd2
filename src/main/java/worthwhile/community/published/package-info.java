/** What everybody may read of a community, as figures and as files. */
package worthwhile.community.published;
