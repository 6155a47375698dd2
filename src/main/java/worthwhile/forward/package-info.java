/** What workers' own browsers pass on, and the rule of two witnesses. */
package worthwhile.forward;
