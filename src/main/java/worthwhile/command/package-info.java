/** What can be typed behind {@code ./worthwhile}, one file a command. */
package worthwhile.command;
