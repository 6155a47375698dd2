package worthwhile.store.posting;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.Duplicate;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Restrictions;
import worthwhile.posting.Standing;

/**
 * Makes the copies of a task name each other, all of them, and share what any of them states. A
 * source has one copy of a task at most: what it puts up again takes the place of what had closed.
 */
final class Copies {
  private static final Comparator<Posting> FIRST_SEEN =
      Comparator.comparing(
              (Posting posting) ->
                  Optional.ofNullable(posting.standing().firstSeen()).orElse(Instant.MAX))
          .thenComparing(Posting::id);

  private static final Comparator<Posting> LIVING =
      Comparator.comparing((Posting posting) -> posting.state() == PostingState.CLOSED)
          .thenComparing(FIRST_SEEN);

  private Copies() {}

  /**
   * Everything that these postings and those that they name say of each other, made whole.
   *
   * @param find postings by their ids; what it does not know stays named by who names it
   * @return every posting that was reached, by id
   */
  static Map<String, Posting> joined(
      Collection<Posting> naming, Function<Collection<String>, Map<String, Posting>> find) {
    Map<String, Posting> known = reached(naming, find);
    Map<String, Set<String>> links = links(known);
    Map<String, Posting> joined = new LinkedHashMap<>();
    for (String id : known.keySet())
      if (!joined.containsKey(id)) join(component(id, links), known, joined);
    return joined;
  }

  private static Map<String, Posting> reached(
      Collection<Posting> naming, Function<Collection<String>, Map<String, Posting>> find) {
    Map<String, Posting> known = new LinkedHashMap<>();
    Set<String> asked = new LinkedHashSet<>();
    naming.forEach(posting -> known.put(posting.id(), posting));
    for (Collection<Posting> last = naming; !last.isEmpty(); ) {
      Set<String> wanted = new LinkedHashSet<>();
      for (Posting posting : last)
        for (Duplicate other : posting.standing().duplicates())
          if (!known.containsKey(other.id()) && asked.add(other.id())) wanted.add(other.id());
      Map<String, Posting> found = wanted.isEmpty() ? Map.of() : find.apply(wanted);
      known.putAll(found);
      last = found.values();
    }
    return known;
  }

  private static Map<String, Set<String>> links(Map<String, Posting> known) {
    Map<String, Set<String>> links = new LinkedHashMap<>();
    known.keySet().forEach(id -> links.put(id, new LinkedHashSet<>()));
    for (Posting posting : known.values())
      for (Duplicate other : posting.standing().duplicates())
        if (known.containsKey(other.id())) {
          Objects.requireNonNull(
                  links.get(posting.id()), "each known posting was given its set first")
              .add(other.id());
          Objects.requireNonNull(
                  links.get(other.id()), "each known posting was given its set first")
              .add(posting.id());
        }
    return links;
  }

  private static Set<String> component(String start, Map<String, Set<String>> links) {
    Set<String> component = new LinkedHashSet<>(List.of(start));
    Deque<String> open = new ArrayDeque<>(component);
    while (!open.isEmpty())
      for (String next :
          Objects.requireNonNull(
              links.get(open.pop()), "each known posting was given its set first"))
        if (component.add(next)) open.push(next);
    return component;
  }

  private static void join(
      Set<String> ids, Map<String, Posting> known, Map<String, Posting> joined) {
    Map<String, Posting> bySource = new LinkedHashMap<>();
    ids.stream()
        .map(known::get)
        .sorted(LIVING)
        .forEach(posting -> bySource.putIfAbsent(posting.job().source(), posting));
    List<Posting> copies = bySource.values().stream().sorted(FIRST_SEEN).toList();
    Restrictions shared = Restrictions.of(copies.stream().map(Posting::job).toList());
    for (String id : ids) {
      Posting posting = Objects.requireNonNull(known.get(id), "links lead to known postings alone");
      boolean counts = copies.size() > 1 && copies.contains(posting);
      joined.put(id, named(posting, counts ? copies : List.of(), shared, known));
    }
  }

  /** A posting that names these copies, and what it named that nobody knows. */
  private static Posting named(
      Posting posting, List<Posting> copies, Restrictions shared, Map<String, Posting> known) {
    List<Duplicate> duplicates = new ArrayList<>();
    for (Posting copy : copies)
      if (!copy.id().equals(posting.id())) duplicates.add(Duplicate.of(copy.job()));
    Stream<Duplicate> unknown =
        posting.standing().duplicates().stream().filter(other -> !known.containsKey(other.id()));
    Standing standing =
        posting.standing().toBuilder()
            .duplicates(Stream.concat(duplicates.stream(), unknown).toList())
            .restrictions(copies.isEmpty() ? null : beyond(posting.job(), shared))
            .build();
    return posting.with(standing);
  }

  /** What copies state beyond what this one says; null if that is nothing. */
  private static @Nullable Restrictions beyond(JobPosting copy, Restrictions shared) {
    Posting alone = Posting.read(copy);
    Posting offered =
        alone.with(alone.standing().toBuilder().restrictions(shared).build()).offered();
    return offered.job().equals(alone.job()) ? null : shared;
  }
}
