package worthwhile.source;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** How one listing goes on; {@code last} is the greatest number of pages read in one run. */
public sealed interface Pagination {
  /** The most pages read in one run. */
  default int most() {
    return switch (this) {
      case Single() -> 1;
      case Numbers(int first, int last, OptionalInt _, End _) -> last - first + 1;
      case Offsets(int _, int _, int last, Optional<Pointer> _) -> last;
      case Cursor(Pointer _, String _, int last, End _) -> last;
      case Follow(Css _, int last) -> last;
      case NextUrl(Pointer _, int last) -> last;
      case LinkHeader(String _, int last) -> last;
      case Known(String _, int _, int last) -> last;
    };
  }

  /** One page is all there is. */
  record Single() implements Pagination {}

  /** Statuses that mean "past the last page"; none if only answers with content end the paging. */
  default Set<Integer> endStatuses() {
    return switch (this) {
      case Numbers numbers -> numbers.end().statuses();
      case Cursor cursor -> cursor.end().statuses();
      case Single _, Offsets _, Follow _, NextUrl _, LinkHeader _, Known _ -> Set.of();
    };
  }

  /** Whether a header of the answer says how many pages there are. */
  default boolean isCountedInHeader() {
    return switch (this) {
      case Numbers numbers -> numbers.end().isCountedInHeader();
      case Cursor cursor -> cursor.end().isCountedInHeader();
      case Single _, Offsets _, Follow _, NextUrl _, LinkHeader _, Known _ -> false;
    };
  }

  /**
   * How a source says that a page is the last one, beside showing no rows.
   *
   * @param pages how many pages there are
   * @param more true on all pages but the last
   * @param statuses with which it answers when asked for a page past the last
   */
  record End(Optional<Count> pages, Optional<Pointer> more, Set<Integer> statuses) {
    /** It does not. */
    public static final End UNSAID = new End(Optional.empty(), Optional.empty(), Set.of());

    public End {
      statuses = Set.copyOf(statuses);
    }

    private boolean isCountedInHeader() {
      return pages.filter(Count.InHeader.class::isInstance).isPresent();
    }
  }

  /** Where a number stands. */
  sealed interface Count {
    /** In the JSON. */
    record InBody(Pointer pointer) implements Count {}

    /** In a header of the answer. */
    record InHeader(String name) implements Count {}
  }

  /** {@code {page}} counts up; stops after last, on an empty page, or on a short one. */
  record Numbers(int first, int last, OptionalInt size, End end) implements Pagination {}

  /** {@code {offset}} goes up by the size; stops at the total, or on a short page. */
  record Offsets(int offset, int size, int last, Optional<Pointer> total) implements Pagination {}

  /** {@code {cursor}} is what the answer names; on the first page it is the start. */
  record Cursor(Pointer cursor, String start, int last, End end) implements Pagination {}

  /** A link in the page. */
  record Follow(Css link, int last) implements Pagination {}

  /** An address in the JSON. */
  record NextUrl(Pointer url, int last) implements Pagination {}

  /**
   * {@code {ids}} are requesters of a platform that this instance knows, so many at a time; those
   * that were not asked about for longest come first.
   */
  record Known(String platform, int size, int last) implements Pagination {}

  /** A link in the {@code Link} header (RFC 8288). */
  record LinkHeader(String rel, int last) implements Pagination {}
}
