/** Learning the model of times from data, and measuring how well it holds; used offline. */
package worthwhile.pay.study;
