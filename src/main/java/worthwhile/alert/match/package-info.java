<<<<<<< HEAD
/** Which of many saved searches find one posting. */
=======
/** Asks many saved searches about one posting. */
>>>>>>> main
package worthwhile.alert.match;
