package worthwhile.flow;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.Conduct;
import worthwhile.posting.DiscussionForumPosting;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Posting;
import worthwhile.posting.RequesterId;
import worthwhile.posting.UnitText;
import worthwhile.posting.WorkReport;
import worthwhile.store.Store;
import worthwhile.warning.Warnings;

/**
 * What the store knows of the times of requesters' tasks, looked up once for each requester of a
 * batch: her postings with reports, the talk about her in forums, and workers' own logs.
 *
 * <p>A post is about a posting if it names the requester and the same pay; one that names another
 * pay is about another task of hers; one that names none is about neither.
 */
final class StoredEvidence {
  private static final int POSTINGS = 40;
  private static final int POSTS = 50;
  private static final Duration RECENT = Duration.ofDays(60);

  private final Store store;
  private final List<JobPosting> batch;
  private final List<DiscussionForumPosting> posts;
  private final Instant at;
  private final Instant since;
  private final Map<RequesterId, List<JobPosting>> timed = new HashMap<>();

  /** All ids of a requester, where a stored posting of hers has a known time; else none. */
  private final Map<RequesterId, List<RequesterId>> timedMembers = new HashMap<>();

  private final Map<String, List<DiscussionForumPosting>> talk = new HashMap<>();
  private @Nullable Map<RequesterId, List<JobPosting>> byRequester;
  private final Map<RequesterId, Optional<Conduct>> conducts = new HashMap<>();
  private final Set<RequesterId> expected = new LinkedHashSet<>();
  private List<JobPosting> about = List.of();
  private StoredCircumstances circumstances;
  private @Nullable Boolean told;
  private @Nullable Boolean mentioned;
  private @Nullable Boolean said;

  /**
   * Evidence for one batch.
   *
   * @param batch its own postings, which are not stored yet
   * @param posts its own posts, which are not stored yet
   */
  StoredEvidence(
      Store store, List<JobPosting> batch, List<DiscussionForumPosting> posts, Instant at) {
    this.store = store;
    this.batch = batch;
    this.posts = posts;
    this.at = at;
    since = at.minus(RECENT);
    circumstances = new StoredCircumstances(store, batch, at);
  }

  /** The same, where these are what is asked about. */
  StoredEvidence about(List<JobPosting> asked) {
    about = asked;
    circumstances = new StoredCircumstances(store, asked, at);
    return this;
  }

  /** What is known beside a posting; of one whose time does not matter, nothing about times. */
  Evidence of(JobPosting posting) {
    boolean isTask = PayStep.isTask(posting);
    return new LookedUp(
        isTask ? withReports(posting) : posting,
        isTask ? others(posting) : List.of(),
        conduct(posting),
        circumstances.of(posting, () -> Warnings.hosts(posting, List.of())),
        circumstances.usual(),
        at);
  }

  private JobPosting withReports(JobPosting posting) {
    List<WorkReport> all = new ArrayList<>(posting.reports());
    if (isAnythingTold()) all.addAll(store.work().reportsFor(posting));
    for (DiscussionForumPosting post : talk(posting))
      if (samePay(post.baseSalary(), posting.baseSalary())) all.addAll(post.reports());
    List<WorkReport> distinct = all.stream().distinct().toList();
    if (distinct.size() == posting.reports().size()) return posting;
    return posting.toBuilder().reports(distinct).build();
  }

  private List<JobPosting> others(JobPosting posting) {
    Map<String, JobPosting> others = new LinkedHashMap<>();
    RequesterId.of(posting)
        .ifPresent(requester -> timed(requester).forEach(other -> others.put(other.id(), other)));
    for (DiscussionForumPosting post : talk(posting))
      if (!samePay(post.baseSalary(), posting.baseSalary()))
        asTask(post).ifPresent(other -> others.put(other.id(), other));
    others.remove(posting.id());
    return List.copyOf(others.values());
  }

  private Optional<Conduct> conduct(JobPosting posting) {
    Optional<RequesterId> requester = RequesterId.of(posting);
    if (requester.isEmpty() || !isAnythingSaid()) return Optional.empty();
    if (!conducts.containsKey(requester.get())) look(requester.get());
    return conducts.getOrDefault(requester.get(), Optional.empty());
  }

  /** Asked once for a batch, as below. */
  private boolean isAnythingSaid() {
    if (said == null) said = store.statements(each -> each.conducts().isAny());
    return said;
  }

  /** The whole batch is looked up with the first posting that asks. */
  private void look(RequesterId asked) {
    Set<RequesterId> wanted = unknown(asked, conducts.keySet());
    Map<RequesterId, Conduct> found = store.statements(each -> each.conducts().of(wanted));
    wanted.forEach(each -> conducts.put(each, Optional.ofNullable(found.get(each))));
  }

  /** A requester, and all that will be asked about and are not known yet. */
  private Set<RequesterId> unknown(RequesterId asked, Set<RequesterId> known) {
    if (expected.isEmpty())
      Stream.concat(batch.stream(), about.stream())
          .forEach(posting -> RequesterId.of(posting).ifPresent(expected::add));
    Set<RequesterId> unknown = new LinkedHashSet<>(expected);
    unknown.removeAll(known);
    unknown.add(asked);
    return unknown;
  }

  /** Asked once for a batch: most instances have nobody's logs. */
  private boolean isAnythingTold() {
    if (told == null) told = store.work().isAnythingTold();
    return told;
  }

  /** Asked once for a batch: most instances read no forums. */
  private boolean isAnybodyMentioned() {
    if (mentioned == null) mentioned = store.forumPosts().isAnybodyMentioned();
    return mentioned;
  }

  private List<JobPosting> timed(RequesterId requester) {
    return timed.computeIfAbsent(requester, this::find);
  }

  private List<JobPosting> find(RequesterId requester) {
    if (!timedMembers.containsKey(requester)) lookForTimed(requester);
    List<RequesterId> members = timedMembers.getOrDefault(requester, List.of());
    Map<String, JobPosting> all = new LinkedHashMap<>();
    for (Posting stored : store.postings().timed(members, POSTINGS))
      all.put(stored.id(), stored.job());
    for (JobPosting fresh : ofBatch().getOrDefault(requester, List.of()))
      all.put(fresh.id(), fresh);
    return all.values().stream().map(this::withReports).filter(StoredEvidence::isTimed).toList();
  }

  /** The whole batch is looked up with the first requester that is asked about. */
  private void lookForTimed(RequesterId asked) {
    Set<RequesterId> wanted = unknown(asked, timedMembers.keySet());
    Map<RequesterId, List<RequesterId>> members = store.requesters().members(wanted);
    Set<RequesterId> have =
        store.postings().haveTimed(members.values().stream().flatMap(List::stream).toList());
    for (RequesterId each : wanted) {
      List<RequesterId> all = members.getOrDefault(each, List.of());
      timedMembers.put(each, all.stream().anyMatch(have::contains) ? all : List.of());
    }
  }

  /** Others say nothing about the requester's tasks, and may be very many. */
  private static boolean isTimed(JobPosting posting) {
    return !posting.reports().isEmpty() || posting.timeMeasured() != null;
  }

  private Map<RequesterId, List<JobPosting>> ofBatch() {
    if (byRequester != null) return byRequester;
    Map<RequesterId, List<JobPosting>> found = new HashMap<>();
    for (JobPosting posting : batch)
      RequesterId.of(posting)
          .ifPresent(id -> found.computeIfAbsent(id, _ -> new ArrayList<>()).add(posting));
    byRequester = found;
    return found;
  }

  private List<DiscussionForumPosting> talk(JobPosting posting) {
    if (posting.hiringOrganization() == null || posting.hiringOrganization().name() == null)
      return List.of();
    return talk.computeIfAbsent(
        posting.hiringOrganization().name().strip().toLowerCase(Locale.ROOT), this::talk);
  }

  private List<DiscussionForumPosting> talk(String name) {
    Map<String, DiscussionForumPosting> all = new LinkedHashMap<>();
    if (isAnybodyMentioned())
      for (DiscussionForumPosting post : store.forumPosts().mentioning(name, since, POSTS))
        all.put(post.id(), post);
    for (DiscussionForumPosting post : posts)
      if (isAbout(post, name) && isRecent(post)) all.put(post.id(), post);
    return List.copyOf(all.values());
  }

  private static boolean isAbout(DiscussionForumPosting post, String name) {
    return post.mentions().stream()
        .anyMatch(each -> each.strip().toLowerCase(Locale.ROOT).equals(name));
  }

  private boolean isRecent(DiscussionForumPosting post) {
    return post.datePublished() == null || !post.datePublished().isBefore(since);
  }

  private static boolean samePay(@Nullable MonetaryAmount a, @Nullable MonetaryAmount b) {
    if (a == null || b == null) return false;
    return a.currency().equals(b.currency())
        && same(a.minValue(), b.minValue())
        && same(a.maxValue(), b.maxValue());
  }

  private static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    if (a == null || b == null) return a == null && b == null;
    return a.compareTo(b) == 0;
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
