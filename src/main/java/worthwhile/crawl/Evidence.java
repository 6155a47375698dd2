package worthwhile.crawl;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import worthwhile.posting.DiscussionForumPosting;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Organization;
import worthwhile.posting.UnitText;
import worthwhile.posting.WorkReport;
import worthwhile.store.Store;

/**
 * What is known of the times of requesters' tasks, looked up once for each requester of a run: her
 * postings with reports, the talk about her in forums, and workers' own logs.
 *
 * <p>A post is about a posting if it names the requester and the same pay; one that names another
 * pay is about another task of hers; one that names none is about neither.
 */
final class Evidence {
  private static final int POSTINGS = 40;
  private static final int POSTS = 50;
  private static final Duration RECENT = Duration.ofDays(60);

  private final Store store;
  private final Function<JobPosting, List<WorkReport>> logs;
  private final Map<String, JobPosting> batch = new LinkedHashMap<>();
  private final Instant since;
  private final Map<Requester, List<JobPosting>> timed = new HashMap<>();
  private final Map<String, List<DiscussionForumPosting>> talk = new HashMap<>();

  /** A requester as the store finds her. */
  private record Requester(String platform, Organization organization) {
    static Optional<Requester> of(JobPosting posting) {
      if (posting.hiringOrganization() == null || posting.platform() == null)
        return Optional.empty();
      return Optional.of(new Requester(posting.platform(), posting.hiringOrganization()));
    }
  }

  /**
   * Evidence for one run.
   *
   * @param batch postings of the run itself, which are not stored yet
   */
  Evidence(
      Store store,
      Function<JobPosting, List<WorkReport>> logs,
      List<JobPosting> batch,
      Instant at) {
    this.store = store;
    this.logs = logs;
    batch.forEach(posting -> this.batch.put(posting.id(), posting));
    since = at.minus(RECENT);
  }

  /** The posting with every report about it. */
  JobPosting withReports(JobPosting posting) {
    List<WorkReport> all = new ArrayList<>(posting.reports());
    all.addAll(logs.apply(posting));
    for (DiscussionForumPosting post : talk(posting))
      if (samePay(post.baseSalary(), posting.baseSalary())) all.addAll(post.reports());
    List<WorkReport> distinct = all.stream().distinct().toList();
    if (distinct.size() == posting.reports().size()) return posting;
    return posting.toBuilder().reports(distinct).build();
  }

  /** Other tasks of its requester of whose times something is known. */
  List<JobPosting> others(JobPosting posting) {
    Map<String, JobPosting> others = new LinkedHashMap<>();
    Requester.of(posting)
        .ifPresent(requester -> timed(requester).forEach(other -> others.put(other.id(), other)));
    for (DiscussionForumPosting post : talk(posting))
      if (!samePay(post.baseSalary(), posting.baseSalary()))
        asTask(post).ifPresent(other -> others.put(other.id(), other));
    others.remove(posting.id());
    return List.copyOf(others.values());
  }

  private List<JobPosting> timed(Requester requester) {
    return timed.computeIfAbsent(requester, this::find);
  }

  private List<JobPosting> find(Requester requester) {
    Map<String, JobPosting> all = new LinkedHashMap<>();
    for (JobPosting stored :
        store.postings().timed(requester.platform(), requester.organization(), POSTINGS))
      all.put(stored.id(), stored);
    for (JobPosting fresh : batch.values())
      if (Requester.of(fresh).equals(Optional.of(requester))) all.put(fresh.id(), fresh);
    return all.values().stream().map(this::withReports).toList();
  }

  private List<DiscussionForumPosting> talk(JobPosting posting) {
    if (posting.hiringOrganization() == null || posting.hiringOrganization().name() == null)
      return List.of();
    String name = posting.hiringOrganization().name().strip().toLowerCase(Locale.ROOT);
    return talk.computeIfAbsent(name, key -> store.forumPosts().mentioning(key, since, POSTS));
  }

  private static boolean samePay(MonetaryAmount a, MonetaryAmount b) {
    if (a == null || b == null) return false;
    return a.currency().equals(b.currency())
        && same(a.minValue(), b.minValue())
        && same(a.maxValue(), b.maxValue());
  }

  private static boolean same(BigDecimal a, BigDecimal b) {
    return a == null || b == null ? a == b : a.compareTo(b) == 0;
  }

  /** A post that names pay and times, as the task that it is about. */
  private static Optional<JobPosting> asTask(DiscussionForumPosting post) {
    if (post.baseSalary() == null || post.reports().isEmpty()) return Optional.empty();
    MonetaryAmount pay = post.baseSalary();
    if (pay.unitText() != UnitText.TASK) return Optional.empty();
    return Optional.of(
        JobPosting.builder(post.source(), post.platform(), post.identifier())
            .title(Objects.requireNonNullElse(post.headline(), ""))
            .baseSalary(pay)
            .datePosted(post.datePublished())
            .reports(post.reports())
            .build());
  }
}
