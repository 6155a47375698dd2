package worthwhile.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.JobPosting;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.FlagKind;
import worthwhile.reputation.statement.Subject;
import worthwhile.store.Store;
import worthwhile.store.community.FlagRows.Standing;
import worthwhile.store.community.WithdrawnRows;
import worthwhile.store.community.WithdrawnRows.Withdrawn;
import worthwhile.store.source.BlockLists;
import worthwhile.store.sql.Database;
import worthwhile.warning.CircumstancesBuilder;
import worthwhile.warning.CommunityReport;

/** What people and lists say of postings, looked up once for a batch. */
final class StoredReports {
  /** Accounts of this age count as members. */
  private static final Duration AGED = Duration.ofDays(7);

  private final Store store;
  private final Instant at;
  private final Map<RequesterId, List<RequesterId>> members = new HashMap<>();
  private final Map<String, List<Standing>> flags = new HashMap<>();
  private final Map<String, List<Withdrawn>> withdrawn = new HashMap<>();
  private @Nullable Boolean isFlagged;
  private @Nullable Boolean isWithdrawn;
  private BlockLists.@Nullable Asked lists;

  StoredReports(Store store, Instant at) {
    this.store = store;
    this.at = at;
  }

  /** Looks these up, so that none of them is asked about alone. */
  void look(Collection<JobPosting> postings) {
    if (isFlagged == null) isFlagged = store.statements(said -> said.flags().isAny());
    if (isWithdrawn == null) isWithdrawn = store.statements(said -> said.withdrawn().isAny());
    if (isFlagged) flags(postings);
    if (isWithdrawn)
      lookWithdrawn(postings.stream().map(each -> WithdrawnRows.ofPosting(each.id())).toList());
  }

  private void flags(Collection<JobPosting> postings) {
    Set<RequesterId> requesters = new LinkedHashSet<>();
    for (JobPosting posting : postings) RequesterId.of(posting).ifPresent(requesters::add);
    members.putAll(store.requesters().members(requesters));
    Set<Subject> subjects = new LinkedHashSet<>();
    postings.forEach(posting -> subjects.addAll(subjects(posting)));
    for (List<Subject> some : Database.chunks(subjects))
      for (Standing flag : store.statements(said -> said.flags().standing(some, at.minus(AGED))))
        flags.computeIfAbsent(flag.about().toString(), _ -> new ArrayList<>()).add(flag);
  }

  /**
   * The posting and its requester, under all her ids. Of what has too long an id, nobody can have
   * said anything.
   */
  private List<Subject> subjects(JobPosting posting) {
    Stream<RequesterId> requesters =
        RequesterId.of(posting).stream()
            .flatMap(id -> members.getOrDefault(id, List.of(id)).stream());
    return Stream.concat(
            Stream.of("posting:" + posting.id()), requesters.map(id -> "requester:" + id))
        .flatMap(about -> Subject.parse(about).stream())
        .toList();
  }

  private void lookWithdrawn(Collection<String> about) {
    withdrawn.keySet().removeAll(about);
    for (List<String> some : Database.chunks(about))
      for (Withdrawn each : store.statements(said -> said.withdrawn().judged(some)))
        withdrawn.computeIfAbsent(each.about(), _ -> new ArrayList<>()).add(each);
  }

  /** Adds what is said of a posting that names these hosts. */
  void add(JobPosting posting, Supplier<Set<String>> hosts, CircumstancesBuilder known) {
    known.reports(
        subjects(posting).stream()
            .flatMap(about -> flags.getOrDefault(about.toString(), List.of()).stream())
            .collect(Collectors.groupingBy(flag -> new Question(flag.kind(), flag.upheld())))
            .entrySet()
            .stream()
            .map(each -> report(each.getKey(), each.getValue()))
            .toList());
    known.withdrawn(withdrawn(posting));
    lists(hosts, known);
  }

  /** What was found wrong of these words, with what they say beyond those that were judged. */
  private Map<String, String> withdrawn(JobPosting posting) {
    Map<String, String> codes = new HashMap<>();
    String about = WithdrawnRows.ofPosting(posting.id());
    for (Withdrawn each : withdrawn.getOrDefault(about, List.of()))
      each.judged()
          .map(words -> words.after(posting))
          .orElse(Optional.of(""))
          .ifPresent(added -> codes.put(each.code(), added));
    return codes;
  }

  private record Question(FlagKind kind, boolean upheld) {}

  private static CommunityReport report(Question of, List<Standing> flags) {
    Set<String> members = new HashSet<>();
    boolean others = false;
    for (Standing flag : flags)
      if (flag.aged()) members.add(flag.reporter());
      else others = true;
    Instant since = flags.stream().map(Standing::created).min(Instant::compareTo).orElseThrow();
    return new CommunityReport(of.kind(), members.size(), others ? 1 : 0, of.upheld(), since);
  }

  private void lists(Supplier<Set<String>> hosts, CircumstancesBuilder known) {
    if (lists == null) lists = store.blockLists().at(at);
    if (lists.isNothing()) return;
    known.notAsked(lists.notAsked()).listed(lists.hits(hosts.get()));
  }
}
