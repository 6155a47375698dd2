package worthwhile.site.task;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import worthwhile.posting.TaskDevice;
import worthwhile.site.view.Remembered;
import worthwhile.work.earn.ApprovalRate;

/**
 * What a worker told of herself, by which it is said whether she may do a task. What she did not
 * tell is empty, and answers nothing.
 *
 * @param countries ISO 3166-1 codes of where she works
 * @param languages ISO 639-1 codes of what she reads
 * @param devices those that she has
 * @param approvals how much of her work was approved, as far as her own list here knows
 */
record ToldOfHer(
    Set<String> countries,
    Set<String> languages,
    Set<TaskDevice> devices,
    List<ApprovalRate> approvals) {
  ToldOfHer {
    countries = Set.copyOf(countries);
    languages = Set.copyOf(languages);
    devices = Set.copyOf(devices);
    approvals = List.copyOf(approvals);
  }

  /** What her browser remembers. */
  static ToldOfHer of(Remembered remembered, List<ApprovalRate> approvals) {
    return new ToldOfHer(
        Set.copyOf(remembered.countries()),
        Set.copyOf(remembered.languages()),
        remembered.devices().stream()
            .flatMap(word -> TaskDevice.of(word).stream())
            .collect(Collectors.toSet()),
        approvals);
  }
}
