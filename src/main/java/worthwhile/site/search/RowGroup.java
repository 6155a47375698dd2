package worthwhile.site.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.search.Apart;
import worthwhile.site.view.Show;

/**
 * Rows of a page that stand together: those that are what was asked for, or those that stand apart
 * for one reason.
 *
 * @param heading of those that stand apart, with how many there are on all pages; absent for hits
 * @param open whether they are seen without a tap: where they are few, or little stands above them
 */
record RowGroup(Optional<String> heading, boolean open, List<ResultRow> rows) {
  /** Rows that need no fold, and rows above one that would seem to be all there is. */
  private static final int FEW = 3;

  static List<RowGroup> of(List<ResultRow> rows, Map<Apart, Long> counts) {
    List<RowGroup> groups = new ArrayList<>();
    for (int from = 0, to; from < rows.size(); from = to) {
      Optional<Apart> apart = rows.get(from).group();
      to = from;
      while (to < rows.size() && rows.get(to).group().equals(apart)) to++;
      boolean open = from <= FEW || to - from <= FEW;
      groups.add(
          new RowGroup(
              apart.map(why -> heading(why, counts.getOrDefault(why, 0L))),
              open,
              rows.subList(from, to)));
    }
    return groups;
  }

  private static String heading(Apart apart, long count) {
    return GroupLine.heading(apart) + " (" + Show.number(count) + ")";
  }
}
