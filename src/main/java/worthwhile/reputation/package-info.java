/** Stage 6: what is known of a requester: weighs what reviewers say and makes one score of it. */
package worthwhile.reputation;
