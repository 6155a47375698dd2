/** What recipients are told, as each channel writes it. */
package worthwhile.alert.message;
