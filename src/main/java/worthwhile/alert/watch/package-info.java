/** Whether alerts work, and whether their sources do: who has to know is told. */
package worthwhile.alert.watch;
