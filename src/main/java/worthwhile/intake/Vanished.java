package worthwhile.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Posting;

/**
 * Postings, not closed, that a complete run of their source did not list. One that offers the same
 * work as a row that this run lists for the first time was put up again under another identifier.
 */
final class Vanished {
  private final List<Posting> all;
  private final Map<String, List<Posting>> byWork = new HashMap<>();
  private final Set<String> replaced = new HashSet<>();

  Vanished(Collection<Posting> all) {
    this.all = List.copyOf(all);
    for (Posting posting : all) {
      String work = Fingerprint.inOneSource(posting.job());
      if (work != null) byWork.computeIfAbsent(work, _ -> new ArrayList<>()).add(posting);
    }
  }

  List<Posting> all() {
    return all;
  }

  /** The posting that this row stands for; each stands for one row only. */
  Optional<Posting> replacedBy(JobPosting row) {
    String work = byWork.isEmpty() ? null : Fingerprint.inOneSource(row);
    Iterator<Posting> alike = byWork.getOrDefault(work, new ArrayList<>()).iterator();
    while (alike.hasNext()) {
      Posting posting = alike.next();
      if (!samePlace(posting.job(), row)) continue;
      alike.remove();
      replaced.add(posting.id());
      return Optional.of(posting);
    }
    return Optional.empty();
  }

  /** Whether a row of this run stands for it. */
  boolean isReplaced(Posting posting) {
    return replaced.contains(posting.id());
  }

  /** Programmes offer one role in many places at once: each place is a posting of its own. */
  static boolean samePlace(JobPosting a, JobPosting b) {
    return a.jobLocation() == null
        || b.jobLocation() == null
        || a.jobLocation().equalsIgnoreCase(b.jobLocation());
  }
}
