package worthwhile.extract;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.posting.Item;
import worthwhile.source.PageRequest;

/** What a page turned out to be. */
public sealed interface Extraction {
  /** The word that stands for it on the command line and in fixtures. */
  String outcome();

  /**
   * Rows were found.
   *
   * @param items rows that became items, in the page's order
   * @param rejected rows that lack what they need
   * @param leftOut rows that the definition leaves out on purpose
   * @param next the next page of the listing; absent on the last
   * @param details detail pages wanted, by item id; empty if the listing says everything
   * @param notes what a reader of the run should know: mojibake repaired, a page cut short
   */
  record Items(
      List<Item> items,
      List<Rejected> rejected,
      int leftOut,
      Optional<PageRequest> next,
      Map<String, PageRequest> details,
      List<String> notes)
      implements Extraction {
    public Items {
      items = List.copyOf(items);
      rejected = List.copyOf(rejected);
      details = Map.copyOf(details);
      notes = List.copyOf(notes);
    }

    @Override
    public String outcome() {
      return "items";
    }
  }

  /** Positive proof that nothing is on offer. */
  record Empty(String proof) implements Extraction {
    @Override
    public String outcome() {
      return "empty";
    }
  }

  /** A refusal page. */
  record Blocked(String reason) implements Extraction {
    @Override
    public String outcome() {
      return "blocked";
    }
  }

  /** The page or the board is not there any more. */
  record Gone(String reason) implements Extraction {
    @Override
    public String outcome() {
      return "gone";
    }
  }

  /** A login form where content was due. */
  record LoginRequired(String reason) implements Extraction {
    @Override
    public String outcome() {
      return "login-required";
    }
  }

  /** The answer says: too many requests. */
  record RateLimited(Optional<Duration> retryAfter) implements Extraction {
    @Override
    public String outcome() {
      return "rate-limited";
    }
  }

  /** Neither rows nor any mark that was declared: the page changed or is broken. */
  record Drifted(String reason) implements Extraction {
    @Override
    public String outcome() {
      return "drifted";
    }
  }

  /** A row that could not become an item. */
  record Rejected(int row, String field, String reason) {}
}
