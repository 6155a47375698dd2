package worthwhile.site.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.site.http.Form;
import worthwhile.site.me.ShortForm;
import worthwhile.site.platform.NamedPlatform;
import worthwhile.site.view.SiteInstance;

/**
 * The search page.
 *
 * @param form what the reader asked for
 * @param mistakes what was wrong with it; then there are no results
 * @param chips active filters, each with the address without it
 * @param named platforms that the words name
 * @param facets values to choose from, with counts
 * @param countries codes to choose from: those of the results, and the one that was chosen
 * @param frame what stands above the list
 * @param results absent if there is nothing to search yet or the form had mistakes
 * @param first what the first crawl is doing; absent once there are postings
 */
public record SearchView(
    Form form,
    List<Mistake> mistakes,
    List<Chip> chips,
    List<NamedPlatform> named,
    List<Facet> facets,
    Countries countries,
    Frame frame,
    Optional<Results> results,
    Optional<FirstRun> first) {

  /** Whether something was wrong with a field of the form. */
  boolean isWrong(String parameter) {
    return mistakes.stream().anyMatch(mistake -> mistake.parameter().equals(parameter));
  }

  /**
   * What stands above the list.
   *
   * @param kinds of work to choose from
   * @param otherKinds whether the list has other kinds than usual, because those have nothing
   * @param remembered what the browser remembers of its worker, in words; empty if nothing
   * @param kept names of the parameters that the browser fills in, of those with boxes to tick
   * @param orders in which the list may stand
   * @param news how many results are new since the reader was here before; absent if none
   * @param form what the short form about the reader is filled in with
   * @param here address of this search
   */
  record Frame(
      List<Kind> kinds,
      boolean otherKinds,
      List<String> remembered,
      List<String> kept,
      List<Order> orders,
      Optional<News> news,
      ShortForm form,
      String here) {
    static final Frame NONE =
        new Frame(
            List.of(),
            false,
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            ShortForm.EMPTY,
            "/");

    /** The order in which the list stands. */
    Optional<Order> order() {
      return orders.stream().filter(Order::chosen).findFirst();
    }
  }

  /**
   * How many results are new.
   *
   * @param text in words
   * @param since when the visit before ended
   * @param url the same search with these alone
   */
  record News(String text, Instant since, String url) {}

  /** One order of the list. */
  record Order(String label, String url, boolean chosen) {}

  /**
   * Work of one kind.
   *
   * @param count what the search finds of it
   * @param chosen whether the list shows it
   */
  record Kind(String label, long count, String url, boolean chosen) {}

  /** One active filter. */
  public record Chip(String label, String without) {}

  /** Choices for one parameter. */
  record Facet(String parameter, String label, List<Choice> choices, boolean open) {
    /** Choices that are seen without a tap. */
    private static final int FEW = 5;

    /** Those that are seen at once; one more needs no fold of its own. */
    List<Choice> first() {
      return choices.size() <= FEW + 1 ? choices : choices.subList(0, FEW);
    }

    /** Those behind a fold. */
    List<Choice> more() {
      return choices.subList(first().size(), choices.size());
    }
  }

  /** One choice; {@code count} is -1 where the index did not count it. */
  record Choice(String value, String label, long count, boolean chosen) {}

  /** Countries of the results, others, and those that were chosen besides the first. */
  record Countries(List<Choice> found, List<Choice> others, List<String> further) {
    /** Of the others only what was chosen: a list of all countries would be a tenth of the page. */
    Countries few() {
      return new Countries(found, others.stream().filter(Choice::chosen).toList(), further);
    }
  }

  /**
   * One page of results.
   *
   * @param anyWord whether they have but some of the words
   * @param listed how many there are, in words
   * @param sure how many of them are sure to be what was asked for, in words; absent where all are
   * @param rows those of this page, as they stand together
   * @param groups how many stand apart
   * @param hidden what is said of the tasks that the reader hid
   * @param read when the platforms of this page were last read
   * @param instead the spelling that they are for, where no task has the words as typed
   */
  record Results(
      long total,
      boolean anyWord,
      Optional<Suggestion> instead,
      List<RowGroup> rows,
      String listed,
      Optional<String> sure,
      List<GroupLine> groups,
      HiddenLine hidden,
      List<Freshness> read,
      int page,
      long pages,
      Optional<String> previous,
      Optional<String> next,
      Optional<Suggestion> suggestion,
      List<Unknown> unknown,
      List<Chip> widening,
      String feeds) {}

  /**
   * What a search asks for and nobody here knows.
   *
   * @param meant the search for the nearest that is known; absent if there is none
   */
  record Unknown(UnknownValue value, Optional<Suggestion> meant) {}

  /** A better spelling and its search. */
  record Suggestion(String text, String url) {}

  /** What the first crawl is doing. */
  record FirstRun(List<SiteInstance.Standing> sources, boolean moving) {}
}
