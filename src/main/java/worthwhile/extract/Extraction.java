package worthwhile.extract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.posting.Item;
import worthwhile.source.PageRequest;
import worthwhile.source.Stop;

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

    /** The same with another page after this one. */
    Items before(Optional<PageRequest> page) {
      return new Items(items, rejected, leftOut, page, details, notes);
    }
  }

  /**
   * Positive proof that nothing is on offer.
   *
   * @param declared whether the definition's own mark of emptiness stood there
   */
  record Empty(String proof, boolean declared) implements Extraction {
    @Override
    public String outcome() {
      return "empty";
    }
  }

  /** The page is no content, and why: a refusal, a login, something gone, or a redesign. */
  record Stopped(Stop stop) implements Extraction {
    Stopped(Stop.Kind kind, String reason) {
      this(new Stop(kind, reason));
    }

    @Override
    public String outcome() {
      return stop.kind().word();
    }
  }

  /**
   * A row that could not become an item.
   *
   * @param id of the item that it would have been; absent if the row does not tell even that
   */
  record Rejected(int row, String field, String reason, @JsonIgnore Optional<String> id) {
    /** A row of which nobody can say which item it would have been. */
    public Rejected(int row, String field, String reason) {
      this(row, field, reason, Optional.empty());
    }
  }
}
