/** What was understood of definitions, kept from one start to the next. */
@org.jspecify.annotations.NullMarked
package worthwhile.source.kept;
