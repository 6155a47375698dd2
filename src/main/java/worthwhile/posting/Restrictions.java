package worthwhile.posting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Who may do a task and with what, as all its copies together state it: what one board leaves out
 * another one says, and it is the same task.
 *
 * @param applicantLocationRequirements countries that every copy which names some allows; empty if
 *     none does, or if they contradict each other
 * @param ineligibleRegion countries that any copy excludes
 * @param qualifications of all copies, each once
 * @param devices those to choose from that every copy which names some allows, and all that is
 *     needed beside them
 */
public record Restrictions(
    List<String> applicantLocationRequirements,
    List<String> ineligibleRegion,
    List<String> qualifications,
    List<String> devices) {
  private static final Set<String> TO_CHOOSE =
      Set.of(TaskDevice.PHONE.word(), TaskDevice.TABLET.word(), TaskDevice.DESKTOP.word());

  public Restrictions {
    applicantLocationRequirements = listed(applicantLocationRequirements);
    ineligibleRegion = listed(ineligibleRegion);
    qualifications = listed(qualifications);
    devices = listed(devices);
  }

  /** What copies of one task state together. */
  public static Restrictions of(Collection<JobPosting> copies) {
    return new Restrictions(
        common(copies, JobPosting::applicantLocationRequirements),
        all(copies, JobPosting::ineligibleRegion),
        all(copies, JobPosting::qualifications),
        devices(copies));
  }

  /** A copy with what all of them state; where they contradict each other it keeps its own. */
  JobPosting laidOver(JobPosting copy) {
    return copy.toBuilder()
        .applicantLocationRequirements(
            or(applicantLocationRequirements, copy.applicantLocationRequirements()))
        .ineligibleRegion(ineligibleRegion)
        .qualifications(qualifications)
        .devices(or(devices, copy.devices()))
        .build();
  }

  private static List<String> devices(Collection<JobPosting> copies) {
    List<String> devices =
        new ArrayList<>(common(copies, job -> only(job.devices(), TO_CHOOSE::contains)));
    devices.addAll(all(copies, job -> only(job.devices(), word -> !TO_CHOOSE.contains(word))));
    return devices;
  }

  private static List<String> only(List<String> words, Predicate<String> kept) {
    return words.stream().filter(kept).toList();
  }

  /** What is in each of the lists that are not empty. */
  private static List<String> common(
      Collection<JobPosting> copies, Function<JobPosting, List<String>> list) {
    Set<String> common = null;
    for (JobPosting copy : copies) {
      List<String> said = list.apply(copy);
      if (said.isEmpty()) continue;
      if (common == null) common = new LinkedHashSet<>(said);
      else common.retainAll(said);
    }
    return common == null ? List.of() : List.copyOf(common);
  }

  /** What is in any of the lists; letter case does not count. */
  private static List<String> all(
      Collection<JobPosting> copies, Function<JobPosting, List<String>> list) {
    Map<String, String> all = new LinkedHashMap<>();
    for (JobPosting copy : copies)
      for (String said : list.apply(copy)) all.putIfAbsent(said.toLowerCase(Locale.ROOT), said);
    return List.copyOf(all.values());
  }

  private static List<String> or(List<String> joint, List<String> own) {
    return joint.isEmpty() ? own : joint;
  }

  private static List<String> listed(List<String> words) {
    return words == null ? List.of() : List.copyOf(words);
  }
}
