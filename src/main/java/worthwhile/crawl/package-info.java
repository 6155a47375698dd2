/** One run of one source through the stages: fetch, extract, intake, store, search. */
package worthwhile.crawl;
