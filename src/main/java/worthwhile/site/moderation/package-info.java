/**
 * Reports, claims, replies, disputes and appeals, how people decide them together, and the public
 * log of it.
 */
package worthwhile.site.moderation;
