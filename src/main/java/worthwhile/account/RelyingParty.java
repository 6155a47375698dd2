package worthwhile.account;

/**
 * For whom a passkey is made (WebAuthn's relying party): this site under one name.
 *
 * @param id host name, to which a browser binds the passkey
 * @param origin scheme, host and port of the pages
 */
public record RelyingParty(String id, String origin) {}
