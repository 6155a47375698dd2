/** Accounts: signing up and in, security, tokens, leaving. */
package worthwhile.site.account;
