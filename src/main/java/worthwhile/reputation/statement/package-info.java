/**
 * What people say of requesters, tasks, platforms and each other, and what is decided about it:
 * reviews, flags, replies, claims, cases and the log. Records only; who may say what stands in
 * {@code community}.
 */
package worthwhile.reputation.statement;
