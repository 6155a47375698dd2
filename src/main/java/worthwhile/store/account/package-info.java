/** Accounts and what they sign in with. */
package worthwhile.store.account;
