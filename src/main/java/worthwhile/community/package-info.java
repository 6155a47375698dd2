/**
 * What people may say of requesters and of each other, who may see it, and how it is decided
 * together what stays.
 */
package worthwhile.community;
