/** A worker's own files, as platforms and people write them. */
package worthwhile.work.file;
