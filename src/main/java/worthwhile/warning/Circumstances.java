package worthwhile.warning;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.posting.Reason;

/**
 * What is known of a posting beside its own words.
 *
 * @param beyond how far its pay lies beyond what is usual here; absent if it does not
 * @param otherNames under how many other names the same words were offered lately
 * @param original whose words they are; absent if nobody offered them long before
 * @param newHere whether its requester was first seen days ago on a platform known for longer
 * @param atOnce how many tasks a requester who is new put up within an hour; 0 for others
 * @param listed hosts it names that stand on a list of reported ones
 * @param notAsked lists that could not be asked, and why
 * @param reports what members and visitors reported of it or its requester
 * @param withdrawn codes of warnings that two people found wrong, each with what the posting says
 *     beyond the words that they judged
 */
@RecordBuilder
public record Circumstances(
    Optional<PayLevels.Beyond> beyond,
    int otherNames,
    Optional<Original> original,
    boolean newHere,
    int atOnce,
    List<ListedHost> listed,
    List<Reason> notAsked,
    List<CommunityReport> reports,
    Map<String, String> withdrawn) {
  /** Nothing is known. */
  public static final Circumstances NONE =
      new Circumstances(
          Optional.empty(),
          0,
          Optional.empty(),
          false,
          0,
          List.of(),
          List.of(),
          List.of(),
          Map.of());

  /**
   * Who offered the same words first.
   *
   * @param name as she calls herself
   */
  public record Original(String name, LocalDate since) {}

  public Circumstances {
    listed = List.copyOf(listed);
    notAsked = List.copyOf(notAsked);
    reports = List.copyOf(reports);
    withdrawn = Map.copyOf(withdrawn);
    if (otherNames < 0 || atOnce < 0)
      throw new IllegalArgumentException(otherNames + " other names, " + atOnce + " at once");
  }

  /** Of a message: which of its hosts stand on lists, and which lists were not asked. */
  public static Circumstances listing(List<ListedHost> listed, List<Reason> notAsked) {
    return CircumstancesBuilder.builder(NONE).listed(listed).notAsked(notAsked).build();
  }
}
