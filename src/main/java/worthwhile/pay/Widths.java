package worthwhile.pay;

/**
 * By how much the model's intervals are made wider (above 1) or narrower (below 1), in the
 * logarithm and around the median, for each kind of evidence.
 *
 * <p>They are learned from how far off the model was on requesters that it had not seen: a few
 * requesters make its own belief about the next one only roughly right.
 *
 * @param listing nothing is known but the listing
 * @param otherTasks the times of the requester's other tasks are known
 * @param reports workers told of this task
 * @param both workers told of this task, and the times of the requester's others are known
 */
public record Widths(double listing, double otherTasks, double reports, double both) {
  /** As the model believes. */
  public static final Widths UNCHANGED = new Widths(1, 1, 1, 1);

  public Widths {
    if (!(listing > 0 && otherTasks > 0 && reports > 0 && both > 0))
      throw new IllegalArgumentException("listing, otherTasks, reports and both must be above 0");
  }

  double of(boolean othersKnown, boolean heard) {
    if (heard) return othersKnown ? both : reports;
    return othersKnown ? otherTasks : listing;
  }
}
