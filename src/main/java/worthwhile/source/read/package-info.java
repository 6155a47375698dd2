/** Reads platforms and sources from their files. Only this package knows YAML. */
package worthwhile.source.read;
