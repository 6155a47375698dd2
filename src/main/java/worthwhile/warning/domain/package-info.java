/** Names of domains that pretend to be a platform's or a well-known firm's. */
package worthwhile.warning.domain;
