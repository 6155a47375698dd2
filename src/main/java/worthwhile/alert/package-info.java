/**
 * Stage 12: alerts. A follower of the change log finds which saved searches a change concerns and
 * puts what is to be said into an outbox, in one transaction; the outbox is emptied by channels.
 */
package worthwhile.alert;
