package worthwhile.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Organization;
import worthwhile.posting.PostingState;

/** Runs of sources one after the other, six hours apart, over a store that is a map. */
final class IntakeRun implements KnownPostings {
  static final Instant MONDAY = Instant.parse("2026-09-14T08:00:00Z");
  static final Duration STEP = Duration.ofHours(6);

  private final Map<String, JobPosting> all = new LinkedHashMap<>();
  private Instant now = MONDAY;

  /** A row of the source {@code mill}. */
  static JobPosting.Builder row(String id, String title) {
    return row("mill", id, title);
  }

  static JobPosting.Builder row(String source, String id, String title) {
    return JobPosting.builder(source, source, id)
        .title(title)
        .url("https://" + source + ".example/tasks/" + id)
        .hiringOrganization(Organization.named("Paper Trail"))
        .description("Read a receipt and type what it says.");
  }

  /** The names of the fields that a reader would notice between two readings. */
  static Set<String> differences(JobPosting.Builder before, JobPosting.Builder now) {
    return Differences.between(before.build(), now.build());
  }

  /** What a complete run of {@code mill} came to, one line for each change. */
  List<String> complete(JobPosting.Builder... rows) {
    return run("mill", true, rows);
  }

  List<String> partial(JobPosting.Builder... rows) {
    return run("mill", false, rows);
  }

  List<String> run(String source, boolean complete, JobPosting.Builder... rows) {
    List<JobPosting> built = new ArrayList<>();
    for (JobPosting.Builder row : rows) built.add(row.build());
    List<Change> changes = Intake.merge(source, built, this, complete, now);
    for (Change change : changes) all.put(change.posting().id(), change.posting());
    now = now.plus(STEP);
    return changes.stream().map(IntakeRun::line).toList();
  }

  private static String line(Change change) {
    String id = change.posting().id();
    return switch (change) {
      case Change.New _ -> "new " + id;
      case Change.Changed changed -> "changed " + id + " " + changed.fields();
      case Change.Unchanged _ -> "unchanged " + id;
      case Change.Reposted reposted -> "reposted " + id + " of " + reposted.before().id();
      case Change.Duplicate duplicate -> "duplicate " + id + " of " + duplicate.of();
      case Change.Repriced _ -> "repriced " + id;
      case Change.Missing _ -> "missing " + id;
      case Change.Closed closed -> "closed " + id + (Intake.wasMissing(closed) ? " twice" : "");
    };
  }

  /** As it is stored now. */
  JobPosting stored(String id) {
    return all.get(id);
  }

  PostingState state(String id) {
    return stored(id).state();
  }

  String reason(String id) {
    return stored(id).stateReason();
  }

  Integer reposts(String id) {
    return stored(id).reposts();
  }

  List<String> duplicates(String id) {
    return stored(id).duplicates();
  }

  Instant firstSeen(String id) {
    return stored(id).firstSeen();
  }

  Instant lastSeen(String id) {
    return stored(id).lastSeen();
  }

  /** When the next run begins. */
  Instant now() {
    return now;
  }

  @Override
  public Map<String, JobPosting> byIds(Collection<String> ids) {
    Map<String, JobPosting> found = new HashMap<>(all);
    found.keySet().retainAll(ids);
    return found;
  }

  @Override
  public List<JobPosting> notClosed(String source) {
    return all.values().stream()
        .filter(p -> p.source().equals(source) && p.state() != PostingState.CLOSED)
        .toList();
  }

  @Override
  public Map<String, List<JobPosting>> byFingerprints(Collection<String> fingerprints) {
    Map<String, List<JobPosting>> found = new HashMap<>();
    for (JobPosting posting : all.values())
      if (fingerprints.contains(Fingerprint.of(posting)))
        found.computeIfAbsent(Fingerprint.of(posting), _ -> new ArrayList<>()).add(posting);
    return found;
  }
}
