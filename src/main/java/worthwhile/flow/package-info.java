/**
 * Stage 11: the one tail of the pipeline. Whatever comes in (a crawled listing, a forwarded page, a
 * file, a reason to assess anew) is made a batch; the tail normalises, judges, merges, assesses and
 * stores it in one transaction, and followers of the change log learn of it.
 */
package worthwhile.flow;
