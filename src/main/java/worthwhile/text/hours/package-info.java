/** Hours of work as postings state them, and what of them is not paid or is paid for nothing. */
package worthwhile.text.hours;
