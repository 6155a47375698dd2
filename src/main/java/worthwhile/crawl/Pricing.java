package worthwhile.crawl;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import worthwhile.intake.Change;
import worthwhile.pay.HourlyPay;
import worthwhile.posting.DiscussionForumPosting;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Organization;
import worthwhile.posting.PostingState;
import worthwhile.posting.UnitText;
import worthwhile.posting.WorkReport;
import worthwhile.store.Store;

/**
 * Puts pay per hour on postings: first by what each says itself, then, once it is known what a run
 * means, by everything that is known of its requester's tasks. Where a run brings new evidence on a
 * requester, her other open postings are estimated anew, at most {@value #MOST} in a run; the rest
 * follows with the next evidence.
 */
public final class Pricing {
  private static final int MOST = 300;

  /** Open postings of one requester that are looked at. */
  private static final int OF_ONE = 50;

  private final Store store;
  private final Supplier<HourlyPay> estimates;
  private final Function<JobPosting, List<WorkReport>> logs;

  /** Pricing without workers' own logs. */
  public Pricing(Store store, Supplier<HourlyPay> estimates) {
    this(store, estimates, _ -> List.of());
  }

  /**
   * Pricing from this store.
   *
   * @param estimates with the rates of the moment
   * @param logs what workers who agreed to it logged of a posting; nothing where they are too few
   */
  public Pricing(
      Store store, Supplier<HourlyPay> estimates, Function<JobPosting, List<WorkReport>> logs) {
    this.store = store;
    this.estimates = estimates;
    this.logs = logs;
  }

  /** The postings with what each one's own words say of its pay. */
  List<JobPosting> alone(List<JobPosting> postings) {
    HourlyPay estimate = estimates.get();
    return postings.stream().map(posting -> priced(posting, posting, List.of(), estimate)).toList();
  }

  /**
   * The changes with pay by all evidence, and after them what else is to be estimated anew.
   *
   * @param posts of the same run
   */
  List<Change> withEvidence(List<Change> changes, List<DiscussionForumPosting> posts, Instant at) {
    List<JobPosting> batch = changes.stream().map(Change::posting).toList();
    Evidence evidence = new Evidence(store, logs, batch, at);
    HourlyPay estimate = estimates.get();
    List<Change> all = new ArrayList<>();
    for (Change change : changes) all.add(withEvidence(change, evidence, estimate));
    Set<String> done = new LinkedHashSet<>();
    for (Change change : all)
      if (!(change instanceof Change.Unchanged)) done.add(change.posting().id());
    for (JobPosting posting : touched(changes, posts, done))
      all.add(new Change.Repriced(withEvidence(posting, evidence, estimate)));
    return all;
  }

  /** Stored postings estimated anew by all evidence; those whose pay stays are left out. */
  List<Change> again(List<JobPosting> postings, Instant at) {
    Evidence evidence = new Evidence(store, logs, List.of(), at);
    HourlyPay estimate = estimates.get();
    List<Change> changes = new ArrayList<>();
    for (JobPosting posting : postings) {
      JobPosting now = withEvidence(posting, evidence, estimate);
      if (!Objects.equals(now.pay(), posting.pay())) changes.add(new Change.Repriced(now));
    }
    return changes;
  }

  private Change withEvidence(Change change, Evidence evidence, HourlyPay estimate) {
    return switch (change) {
      case Change.New(JobPosting posting) ->
          new Change.New(withEvidence(posting, evidence, estimate));
      case Change.Changed(JobPosting posting, JobPosting before, Set<String> fields) ->
          new Change.Changed(withEvidence(posting, evidence, estimate), before, fields);
      case Change.Reposted(JobPosting posting, JobPosting before) ->
          new Change.Reposted(withEvidence(posting, evidence, estimate), before);
      case Change.Duplicate(JobPosting posting, String of) ->
          new Change.Duplicate(withEvidence(posting, evidence, estimate), of);
      case Change.Unchanged _, Change.Repriced _, Change.Missing _, Change.Closed _ -> change;
    };
  }

  private static JobPosting withEvidence(
      JobPosting posting, Evidence evidence, HourlyPay estimate) {
    if (!isTask(posting)) return posting;
    return priced(posting, evidence.withReports(posting), evidence.others(posting), estimate);
  }

  private static boolean isTask(JobPosting posting) {
    if (posting.baseSalary() == null) return false;
    UnitText unit = posting.baseSalary().unitText();
    return unit == UnitText.TASK || unit == UnitText.POINTS;
  }

  private static JobPosting priced(
      JobPosting posting, JobPosting known, List<JobPosting> others, HourlyPay estimate) {
    return estimate
        .of(known, others)
        .map(pay -> posting.toBuilder().pay(pay).build())
        .orElse(posting);
  }

  /** Other open postings of the requesters on whom there is new evidence. */
  private List<JobPosting> touched(
      List<Change> changes, List<DiscussionForumPosting> posts, Set<String> done) {
    Map<String, JobPosting> touched = new LinkedHashMap<>();
    for (Change change : changes)
      if (bringsReports(change))
        sameRequester(change.posting()).forEach(p -> touched.put(p.id(), p));
    for (String name : mentioned(posts))
      store.postings().ofRequester(name, OF_ONE).forEach(p -> touched.put(p.id(), p));
    return touched.values().stream()
        .filter(posting -> posting.state() != PostingState.CLOSED && isTask(posting))
        .filter(posting -> !done.contains(posting.id()))
        .limit(MOST)
        .toList();
  }

  private static boolean bringsReports(Change change) {
    return switch (change) {
      case Change.New(JobPosting posting) -> isTimed(posting);
      case Change.Duplicate(JobPosting posting, String _) -> isTimed(posting);
      case Change.Reposted(JobPosting posting, JobPosting _) -> isTimed(posting);
      case Change.Changed(JobPosting posting, JobPosting before, Set<String> _) ->
          !posting.reports().equals(before.reports())
              || posting.timeMeasured() != null
                  && !posting.timeMeasured().equals(before.timeMeasured());
      case Change.Unchanged _, Change.Repriced _, Change.Missing _, Change.Closed _ -> false;
    };
  }

  private static boolean isTimed(JobPosting posting) {
    return !posting.reports().isEmpty() || posting.timeMeasured() != null;
  }

  private List<JobPosting> sameRequester(JobPosting posting) {
    return Optional.ofNullable(posting.hiringOrganization())
        .map(requester -> of(posting.platform(), requester))
        .orElse(List.of());
  }

  private List<JobPosting> of(String platform, Organization requester) {
    return requester.identifier() != null
        ? store.postings().openOfRequesterId(platform, requester.identifier(), OF_ONE)
        : store.postings().openOfRequester(platform, requester.name(), OF_ONE);
  }

  private static Set<String> mentioned(List<DiscussionForumPosting> posts) {
    Set<String> names = new LinkedHashSet<>();
    for (DiscussionForumPosting post : posts)
      if (!post.reports().isEmpty()) names.addAll(post.mentions());
    return names;
  }
}
