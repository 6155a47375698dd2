/** What the card of a platform says, each thing with its day and where it was read. */
package worthwhile.source.card;
