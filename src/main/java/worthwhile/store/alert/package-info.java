/** Tables of saved searches, recipients, what was told to whom, and the outbox. */
package worthwhile.store.alert;
