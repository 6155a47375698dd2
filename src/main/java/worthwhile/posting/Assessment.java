package worthwhile.posting;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * What we make of a posting. It is stored beside the posting, so that new evidence, a new rate or a
 * new rule rewrites neither the posting nor its history.
 *
 * @param pay what it pays per hour, with the day of its newest evidence; null if that is not known
 * @param notKnown what is missing for saying what it pays per hour, a reason for each thing; empty
 *     if the pay is known, and before anybody has assessed it
 * @param reputation what workers say of its requester; null if nobody says anything
 */
@JsonPropertyOrder({"pay", "notKnown", "reputation"})
public record Assessment(Pay pay, List<Reason> notKnown, Conduct reputation) {
  /** Nothing is known. */
  public static final Assessment NONE = new Assessment(null, List.of(), null);

  public Assessment {
    notKnown = pay != null || notKnown == null ? List.of() : List.copyOf(notKnown);
  }

  /** The same, with this pay. */
  public Assessment with(Pay known) {
    return new Assessment(known, List.of(), reputation);
  }

  /** The same, with what is missing for saying what it pays. */
  public Assessment lacking(List<Reason> missing) {
    return new Assessment(null, missing, reputation);
  }

  /** The same, with what workers say of the requester; null if nobody says anything. */
  public Assessment with(Conduct said) {
    return new Assessment(pay, notKnown, said);
  }
}
