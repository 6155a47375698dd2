/** The bytes of a worker's file as text, what parts its cells, or what it is instead. */
package worthwhile.work.file.raw;
