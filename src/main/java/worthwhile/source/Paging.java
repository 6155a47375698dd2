package worthwhile.source;

import java.util.Optional;
import java.util.OptionalInt;

/** How one listing goes on; {@code last} is the greatest number of pages read in one run. */
public sealed interface Paging {
  /** The most pages read in one run. */
  default int most() {
    return switch (this) {
      case Single() -> 1;
      case Numbers(int first, int last, OptionalInt _) -> last - first + 1;
      case Offsets(int _, int _, int last, Optional<Pointer> _) -> last;
      case Cursor(Pointer _, int last) -> last;
      case Follow(Css _, int last) -> last;
      case NextUrl(Pointer _, int last) -> last;
      case LinkHeader(String _, int last) -> last;
    };
  }

  /** One page is all there is. */
  record Single() implements Paging {}

  /** {@code {page}} counts up; stops after last, on an empty page, or on a short one. */
  record Numbers(int first, int last, OptionalInt size) implements Paging {}

  /** {@code {offset}} goes up by the size; stops at the total, or on a short page. */
  record Offsets(int offset, int size, int last, Optional<Pointer> total) implements Paging {}

  /** {@code {cursor}} is what the answer names. */
  record Cursor(Pointer cursor, int last) implements Paging {}

  /** A link in the page. */
  record Follow(Css link, int last) implements Paging {}

  /** An address in the JSON. */
  record NextUrl(Pointer url, int last) implements Paging {}

  /** A link in the {@code Link} header (RFC 8288). */
  record LinkHeader(String rel, int last) implements Paging {}
}
