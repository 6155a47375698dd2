package worthwhile.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Posting;
import worthwhile.posting.Restrictions;
import worthwhile.source.Platform;
import worthwhile.source.PlatformBuilder;
import worthwhile.source.card.OpenTo;

/** Cards of the invented platforms, and copies of tasks on them. */
final class InventedCards {
  private static final Map<String, Platform> CARDS =
      Map.of(
          "prolific", card("research", OpenTo.How.ONLY, Set.of("US", "GB")),
          "mturk", card("micro-task", OpenTo.How.CLOSED_TO, Set.of("IN")),
          "crowdgen", card("micro-task", OpenTo.How.AMONG_OTHERS, Set.of("US")),
          "remotive", card("board", OpenTo.How.EVERYWHERE, Set.of()));

  private InventedCards() {}

  static Optional<Platform> of(String id) {
    return Optional.ofNullable(CARDS.get(id));
  }

  private static Platform card(String kind, OpenTo.How how, Set<String> countries) {
    return PlatformBuilder.builder()
        .kind(kind)
        .openTo(
            Optional.of(
                new OpenTo(how, countries, LocalDate.of(2026, 11, 1), "https://example.org/")))
        .build();
  }

  /** The same postings, of which some are copies of one task: runs of two or three, every tenth. */
  static List<Posting> withCopies(List<Posting> postings) {
    List<Posting> all = new ArrayList<>(postings);
    for (int from = 0; from + 3 <= all.size(); from += 10) join(all, from, from % 20 == 0 ? 2 : 3);
    return all;
  }

  private static void join(List<Posting> all, int from, int copies) {
    List<Posting> task = List.copyOf(all.subList(from, from + copies));
    Restrictions shared = Restrictions.of(task.stream().map(Posting::job).toList());
    for (int i = 0; i < copies; i++) {
      Posting own = task.get(i);
      List<String> others =
          task.stream().map(Posting::id).filter(id -> !id.equals(own.id())).toList();
      all.set(from + i, FlatPosting.of(own).duplicates(others).restrictions(shared).build());
    }
  }

  /** What copies of one task have in common. */
  static String task(Posting posting) {
    return posting.standing().duplicates().stream()
        .map(copy -> copy.id())
        .reduce(posting.id(), (a, b) -> a.compareTo(b) < 0 ? a : b);
  }
}
