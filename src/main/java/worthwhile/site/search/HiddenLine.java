package worthwhile.site.search;

import java.util.List;
import java.util.Optional;
import worthwhile.posting.Posting;
import worthwhile.posting.Reason;
import worthwhile.search.HiddenTasks;
import worthwhile.site.view.PageAddress;

/**
 * What a list says of the tasks that its reader hid.
 *
 * @param count of those that this search would list
 * @param shown whether it does list them
 * @param other address of the same search with them, or without
 * @param last the task that was hidden just now; absent if none was
 */
record HiddenLine(long count, boolean shown, String other, Optional<Task> last) {
  /** A task that is hidden. */
  record Task(String id, String title) {}

  /** Of a posting that may be gone by now. */
  static Task task(String id, Optional<Posting> posting) {
    return new Task(id, posting.map(known -> known.job().title()).orElse(id));
  }

  /** The id that an address names as hidden just now, if it is hidden. */
  static Optional<String> last(List<String> values, PageAddress address) {
    return values.stream()
        .filter(HiddenTasks::isId)
        .filter(address.remembered().hidden().ids()::contains)
        .findFirst();
  }

  /** How many they are, in words. */
  String text() {
    return Reason.of("tasks-hidden").with("n", count).said();
  }
}
