/** What those type who write definitions and models: check, extract, record, new, assess, bench. */
package worthwhile.command.maintain;
