/** Regular expressions made of many words, matched without trying each word at each place. */
package worthwhile.text.word;
