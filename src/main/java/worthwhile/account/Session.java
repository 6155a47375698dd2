package worthwhile.account;

import java.time.Instant;

/**
 * A browser in which somebody is signed in.
 *
 * @param id by which its owner can end it; opens nothing
 * @param account id of its owner
 * @param device the browser and system, in words
 * @param created when the person signed in
 * @param confirmed when the person last proved who they are
 * @param lastSeen to within a few minutes
 */
public record Session(
    String id,
    String account,
    String device,
    Instant created,
    Instant confirmed,
    Instant lastSeen) {}
