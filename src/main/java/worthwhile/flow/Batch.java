package worthwhile.flow;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import worthwhile.intake.BatchJudge;
import worthwhile.intake.Change;
import worthwhile.intake.Unread;
import worthwhile.posting.Item;
import worthwhile.posting.Reason;
import worthwhile.posting.RequesterId;
import worthwhile.source.Contract;
import worthwhile.source.Emits;
import worthwhile.source.SourceDefinition;
import worthwhile.store.posting.Extent;
import worthwhile.store.posting.Writing;

/** What comes in at once, before anything is decided about it. */
public sealed interface Batch {
  /**
   * A number for a run that no other run has, on any node: 60 bits at random, written short, for it
   * stands in every row of history.
   */
  static String newRun() {
    return Long.toUnsignedString(UUID.randomUUID().getMostSignificantBits(), Character.MAX_RADIX);
  }

  /**
   * Rows of one source.
   *
   * @param run id of the run that brings them
   * @param source id of the source
   * @param at when the run began
   * @param began by the clock, where {@code at} is another day that is told again; else absent
   * @param outcome what reading them came to
   * @param reason what is to be told of it; absent if all is well
   * @param requests HTTP requests made for them
   * @param rejected rows that could not become items
   * @param unread ids of the postings that those rows would have been, where they tell it
   * @param items postings, talk about work, ratings
   * @param whole whether these are all that the source offers, so that what is not among them is
   *     really not there
   * @param check what they must stand
   * @param admission who decides, inside the transaction, which rows count; absent if all do
   */
  @RecordBuilder
  record Rows(
      String run,
      String source,
      Instant at,
      Optional<Instant> began,
      RunOutcome outcome,
      Optional<Reason> reason,
      int requests,
      int rejected,
      List<String> unread,
      List<Item> items,
      boolean whole,
      Check check,
      Optional<Admission> admission)
      implements Batch {
    public Rows {
      items = items == null ? List.of() : List.copyOf(items);
      unread = unread == null ? List.of() : List.copyOf(unread);
    }

    /** Starts a batch of a source that was read at this time. */
    public static BatchRowsBuilder of(String source, Instant at) {
      return BatchRowsBuilder.builder()
          .run(newRun())
          .source(source)
          .at(at)
          .check(new Check.Believed());
    }

    /** Items of one kind. */
    <T extends Item> List<T> of(Class<T> kind) {
      return items.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /**
     * What the rows that could not be read may hold. Those that do not tell what they are may be
     * any posting that was last seen when fewer were unreadable.
     *
     * @param rejectedAt how many of the source could not be read at a time
     */
    Unread hiding(ToIntFunction<Instant> rejectedAt) {
      if (rejected <= unread.size()) return Unread.of(unread);
      Map<Instant, Integer> before = new HashMap<>();
      return new Unread(
          Set.copyOf(unread),
          seen -> before.computeIfAbsent(seen, rejectedAt::applyAsInt) < rejected);
    }

    /** Whether reading stopped before anything was found: there is nothing but that to store. */
    boolean isNothing() {
      boolean read = outcome.isComplete() || outcome == RunOutcome.Read.FORWARDED;
      return items.isEmpty() && !read;
    }
  }

  /**
   * That a source shows the same to the byte as when it was read last.
   *
   * @param run what is to be told of it, without rows
   * @param items how many rows became items
   * @param extent how its postings stood then
   */
  record Confirmed(Rows run, int items, Extent extent) implements Batch {}

  /**
   * Postings of which something other than their source says that they are gone.
   *
   * @param decision what happens to which posting; asked inside the transaction
   */
  record Gone(String source, Instant at, Decision decision) implements Batch {
    /** Decides on what is stored at that moment; see {@link worthwhile.store.Store#write}. */
    @FunctionalInterface
    public interface Decision {
      /** Only missing and closed ones. */
      List<Change> decide(Writing writing);
    }
  }

  /**
   * Stored postings to be assessed anew: there is new evidence, a new rate or a new rule.
   *
   * @param postings ids
   */
  record Reassessment(List<String> postings, Instant at) implements Batch {
    public Reassessment {
      postings = List.copyOf(postings);
    }
  }

  /**
   * Something that people say or decide.
   *
   * @param act stores it
   * @param <T> what comes of it
   */
  record Said<T>(Instant at, Act<T> act) implements Batch {
    /** Stores what is said; may be run again from its start, see {@link Gone.Decision}. */
    @FunctionalInterface
    public interface Act<T> {
      Done<T> store(Writing writing);
    }

    /**
     * What came of it.
     *
     * @param concerned requesters of whom something else is said now
     */
    public record Done<T>(T result, Set<RequesterId> concerned) {
      public Done {
        concerned = Set.copyOf(concerned);
      }

      /** Nobody's record changes by it. */
      public static <T> Done<T> of(T result) {
        return new Done<>(result, Set.of());
      }
    }
  }

  /** What rows must stand before they are believed. */
  sealed interface Check {
    /** Nothing: a person believes them. */
    record Believed() implements Check {}

    /**
     * The source's contract.
     *
     * @param listed how many rows stood in the source's listing, which are then compared with
     *     earlier runs; absent where the rows come from elsewhere
     */
    record ByContract(Contract contract, Emits emits, Optional<BatchJudge.Listed> listed)
        implements Check {
      /** All that a source's definition asks of a run. */
      public static ByContract of(SourceDefinition source, BatchJudge.Listed listed) {
        return new ByContract(source.contract(), source.emits(), Optional.of(listed));
      }
    }
  }
}
