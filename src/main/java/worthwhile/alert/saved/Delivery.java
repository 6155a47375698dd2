package worthwhile.alert.saved;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import worthwhile.posting.Reason;
import worthwhile.posting.word.Worded;

/**
 * Postings that one recipient is told of, or is not and why: a row of the outbox, which is the
 * ledger too.
 *
 * @param id the same in every attempt; a webhook's receiver knows a repetition by it
 * @param why the reason of the state; absent for what is simply sent
 * @param due when it is to be sent
 * @param nextTry when it is tried next
 * @param error why the last attempt failed, in a person's words
 * @param done when it was sent or given up
 */
@RecordBuilder
public record Delivery(
    String id,
    String account,
    long recipient,
    AlertReason reason,
    State state,
    Optional<Reason> why,
    List<Item> items,
    Instant due,
    Instant nextTry,
    int attempts,
    Optional<String> error,
    Instant created,
    Optional<Instant> done) {
  /** Most postings of one delivery: so many fit into one webhook. */
  public static final int MOST = 100;

  /** What became of a match. */
  public enum State implements Worded {
    /** Waits for its time or its next attempt. */
    DUE,
    SENT,
    /** Is not sent, for the reason given. */
    HELD,
    /** Was told in another message. */
    MERGED,
    /** The reader has had as many as she wants on that day. */
    CAPPED,
    /** Could not be sent. */
    FAILED,
    /** The posting was gone before the message went. */
    GONE
  }

  /**
   * One posting of a delivery.
   *
   * @param searches ids of the saved searches that it is told for
   * @param revision of the change log at which it matched
   * @param net pay per hour then, in millionths of a dollar; absent if not known
   * @param leftOut why the message went without it: the code of a reason; absent if it did not
   */
  public record Item(
      String posting,
      List<String> searches,
      long revision,
      Optional<Long> net,
      Optional<String> leftOut) {
    /** Why a posting is left out that turned out to be dangerous. */
    public static final String DANGER = "alert-danger";

    public Item {
      searches = List.copyOf(searches);
    }

    /** Whether it turned out to be dangerous, so that it counts as not told. */
    public boolean isDangerous() {
      return leftOut.filter(DANGER::equals).isPresent();
    }

    /** The same, found at the time of sending not to be told after all, or to be told. */
    public Item withLeftOut(Optional<String> why) {
      return new Item(posting, searches, revision, net, why);
    }

    /** The same for these searches. */
    public Item withSearches(List<String> ids) {
      return new Item(posting, ids, revision, net, leftOut);
    }
  }

  /** One without postings that waits for its time. */
  public static Delivery waiting(Recipient to, AlertReason reason, Instant due, Instant now) {
    return new Delivery(
        UUID.randomUUID().toString(),
        to.account(),
        to.number(),
        reason,
        State.DUE,
        Optional.empty(),
        List.of(),
        due,
        due,
        0,
        Optional.empty(),
        now,
        Optional.empty());
  }

  /**
   * The id of a message that tells what some deliveries tell: of one its own; of several one that
   * only the same ones give, in whatever order, so that a message which tells more is no
   * repetition.
   */
  public static String messageId(Collection<Delivery> together) {
    List<String> ids = together.stream().map(Delivery::id).sorted().toList();
    if (ids.size() == 1) return ids.getFirst();
    byte[] all = String.join(" ", ids).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(all).toString();
  }

  /** The same, which nobody is to hand over. */
  public Delivery ended(State state, Instant at) {
    return DeliveryBuilder.builder(this).state(state).done(Optional.of(at)).build();
  }

  public Delivery {
    items = List.copyOf(items);
    if (items.size() > MOST)
      throw new IllegalArgumentException(items.size() + " postings in one delivery");
  }
}
