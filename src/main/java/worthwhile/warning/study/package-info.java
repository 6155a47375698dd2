/** Learns the model of risk from postings of which is known what they were, and measures it. */
package worthwhile.warning.study;
