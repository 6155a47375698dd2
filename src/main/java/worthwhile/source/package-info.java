/** Stage 1: every platform, board and forum declared as data. Only this package knows YAML. */
package worthwhile.source;
