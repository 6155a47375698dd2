/** What pages share: layout, words, money and dates as people read them. */
package worthwhile.site.view;
