/** What people type. */
package worthwhile.command;
