/** Ways by which a message travels: each says in words what became of an attempt. */
package worthwhile.alert.channel;
