/**
 * What is told in lines, and not by postings alone: platforms that change, wake or are not read.
 */
package worthwhile.alert.note;
