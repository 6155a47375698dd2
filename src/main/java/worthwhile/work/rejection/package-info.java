/**
 * What a worker can do when work was rejected or not paid: what she has done about it, what comes
 * next by the platform's card and her calendar, and the first message to the requester. Pure.
 */
package worthwhile.work.rejection;
