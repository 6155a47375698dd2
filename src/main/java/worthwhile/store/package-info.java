/**
 * Stage 9: SQL is the truth. Only this package knows SQL; everything else can be rebuilt from it.
 */
package worthwhile.store;
