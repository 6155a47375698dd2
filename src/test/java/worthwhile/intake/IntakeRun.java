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
import worthwhile.posting.Duplicate;
import worthwhile.posting.JobPosting;
import worthwhile.posting.JobPostingBuilder;
import worthwhile.posting.Organization;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Reason;

/** Runs of sources one after the other, six hours apart, over a store that is a map. */
final class IntakeRun implements KnownPostings {
  static final Instant MONDAY = Instant.parse("2026-09-14T08:00:00Z");
  static final Duration STEP = Duration.ofHours(6);

  private final Map<String, Posting> all = new LinkedHashMap<>();
  private Instant now = MONDAY;

  /** A row of the source {@code mill}. */
  static JobPostingBuilder row(String id, String title) {
    return row("mill", id, title);
  }

  static JobPostingBuilder row(String source, String id, String title) {
    return JobPosting.builder(source, source, id)
        .title(title)
        .url("https://" + source + ".example/tasks/" + id)
        .hiringOrganization(Organization.named("Paper Trail"))
        .description("Read a receipt and type what it says.");
  }

  /** The names of the fields that a reader would notice between two readings. */
  static Set<String> differences(JobPostingBuilder before, JobPostingBuilder now) {
    return Differences.between(Posting.read(before.build()), Posting.read(now.build()));
  }

  /** What a complete run of {@code mill} came to, one line for each change. */
  List<String> complete(JobPostingBuilder... rows) {
    return run("mill", true, rows);
  }

  List<String> partial(JobPostingBuilder... rows) {
    return run("mill", false, rows);
  }

  List<String> run(String source, boolean complete, JobPostingBuilder... rows) {
    List<JobPosting> built = new ArrayList<>();
    for (JobPostingBuilder row : rows) built.add(Normalise.plain().posting(row.build()));
    Intake.Rows batch = new Intake.Rows(source, built, complete, now);
    List<Change> changes = Intake.judge(batch, this).changes();
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
      case Change.Duplicate duplicate -> "duplicate " + id + " of " + duplicate.of().id();
      case Change.Reopened reopened -> "reopened " + id + " " + reopened.fields();
      case Change.Missing _ -> "missing " + id;
      case Change.Closed closed -> "closed " + id + (wasMissing(closed) ? " twice" : "");
    };
  }

  private static boolean wasMissing(Change.Closed closed) {
    return Reason.of("absent-twice").equals(closed.posting().standing().stateReason());
  }

  /** As it is stored now. */
  Posting stored(String id) {
    return all.get(id);
  }

  PostingState state(String id) {
    return stored(id).state();
  }

  String reason(String id) {
    Reason reason = stored(id).standing().stateReason();
    return reason == null ? null : reason.text();
  }

  Integer reposts(String id) {
    return stored(id).standing().reposts();
  }

  List<String> duplicates(String id) {
    return stored(id).standing().duplicates().stream().map(Duplicate::id).toList();
  }

  Instant firstSeen(String id) {
    return stored(id).standing().firstSeen();
  }

  Instant lastSeen(String id) {
    return stored(id).standing().lastSeen();
  }

  /** When the next run begins. */
  Instant now() {
    return now;
  }

  @Override
  public Map<String, Posting> byIds(Collection<String> ids) {
    Map<String, Posting> found = new HashMap<>(all);
    found.keySet().retainAll(ids);
    return found;
  }

  @Override
  public List<Posting> notClosed(String source) {
    return all.values().stream()
        .filter(p -> p.job().source().equals(source) && p.state() != PostingState.CLOSED)
        .toList();
  }

  @Override
  public Map<String, List<Posting>> byFingerprints(Collection<String> fingerprints) {
    Map<String, List<Posting>> found = new HashMap<>();
    for (Posting posting : all.values())
      if (fingerprints.contains(Fingerprint.of(posting.job())))
        found.computeIfAbsent(Fingerprint.of(posting.job()), _ -> new ArrayList<>()).add(posting);
    return found;
  }
}
