/** What a worker has told of herself, in words, and when she was here last. */
package worthwhile.site.me;
