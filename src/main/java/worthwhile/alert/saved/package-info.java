/**
 * What people want to hear of, where they hear it, and what they were told: saved searches, their
 * rhythm, recipients, deliveries. Records only; who is told what stands in {@code alert}.
 */
package worthwhile.alert.saved;
