/** One row evaluated by its definition's rules. */
package worthwhile.extract.rule;
