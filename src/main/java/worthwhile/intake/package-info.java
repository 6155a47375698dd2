/**
 * Stage 5: what a run means for what is known: new, changed, unchanged, reposted, duplicate,
 * missing, closed; and whether the batch can be believed at all. Pure decisions; the store carries
 * them out.
 */
package worthwhile.intake;
