package worthwhile.forward;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import worthwhile.intake.Change;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Reason;
import worthwhile.store.posting.Sightings.Sighting;
import worthwhile.store.posting.Sightings.Witness;
import worthwhile.store.posting.Writing;

/**
 * A task's own page says to a worker that the task is gone. For her it is; for others it closes
 * when a second one says so too, unless she is trusted.
 */
record Gone(String id, String source, Sender sender, Witnesses witnesses, Instant at) {
  /** What it means, inside the transaction. */
  List<Change> decide(Optional<Posting> known, Writing writing) {
    if (known.isEmpty()) writing.forgetSighting(id, sender.account());
    return known
        .filter(posting -> posting.state() != PostingState.CLOSED && !isLate(posting))
        .filter(_ -> isEnough(writing))
        .map(posting -> closed(posting, writing))
        .stream()
        .toList();
  }

  private boolean isLate(Posting posting) {
    Instant last = posting.standing().lastSeen();
    return last != null && last.isAfter(at);
  }

  private boolean isEnough(Writing writing) {
    if (sender.trusted()) return true;
    Optional<String> network = witnesses.network(id);
    writing.sightings(
        List.of(new Sighting(sender.account(), source, id, at, network, Optional.empty())));
    List<Witness> all = writing.witnesses(List.of(id)).getOrDefault(id, List.of());
    List<Witness> alike =
        witnesses.beside(id, all).stream().filter(witness -> witness.seen().isEmpty()).toList();
    return witnesses.senderCounts() && Witnesses.count(alike) >= 2;
  }

  private Change closed(Posting posting, Writing writing) {
    writing.forgetSightings(List.of(id));
    Reason reason = Reason.of("gone-by-own-page");
    return new Change.Closed(
        posting.with(posting.standing().in(PostingState.CLOSED, reason)), posting);
  }
}
