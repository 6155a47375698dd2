package worthwhile.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import worthwhile.posting.Conduct;
import worthwhile.posting.Posting;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.Conducts;
import worthwhile.reputation.Prior;
import worthwhile.reputation.ReviewerVoice;
import worthwhile.reputation.statement.Flag;
import worthwhile.reputation.statement.Review;
import worthwhile.reputation.statement.Subject;
import worthwhile.store.community.Statements;
import worthwhile.store.posting.Writing;

/**
 * Works out anew what reviews come to, inside the transaction that changed them, and assesses the
 * requester's open postings by it.
 */
final class Reckoning {
  /** So many postings are assessed in the transaction; those beyond follow in the next ones. */
  static final int AT_ONCE = 1_000;

  private final Writing writing;
  private final Statements statements;
  private final Map<String, ReviewerVoice> voices;
  private final Map<String, Prior> priors = new HashMap<>();
  private final Instant at;

  Reckoning(Writing writing, Instant at) {
    this(writing, Map.of(), at);
  }

  /**
   * A reckoning that need not ask for every voice.
   *
   * @param voices what is known of them already, by account
   */
  Reckoning(Writing writing, Map<String, ReviewerVoice> voices, Instant at) {
    this.writing = writing;
    this.statements = writing.statements();
    this.voices = voices;
    this.at = at;
  }

  /** Does it for these; whether some of their postings are left for later. */
  boolean of(Collection<RequesterId> requesters) {
    Set<List<RequesterId>> groups = new LinkedHashSet<>();
    for (RequesterId requester : requesters) groups.add(writing.members(requester));
    boolean left = false;
    for (List<RequesterId> members : groups) left |= of(members);
    return left;
  }

  private boolean of(List<RequesterId> members) {
    RequesterId head = members.getFirst();
    Optional<Conduct> before = statements.conducts().of(head);
    Optional<Conduct> now = conduct(members);
    boolean isSame = now.isEmpty() ? before.isEmpty() : now.get().saysAs(before.orElse(null));
    if (isSame) return assess(members, before);
    statements.conducts().put(head, now, at);
    // Who assesses a posting of hers at this moment must begin again.
    writing.touch();
    return assess(members, now);
  }

  private Optional<Conduct> conduct(List<RequesterId> members) {
    List<Review> reviews = statements.reviews().counting(members);
    Prior prior =
        priors.computeIfAbsent(
            members.getFirst().platform(), platform -> Priors.noted(writing, platform));
    return Conducts.of(
        members.getFirst().toString(),
        reviews,
        voices(reviews),
        statements.cases().honestUntil(members),
        flags(members),
        prior,
        at);
  }

  private Map<String, ReviewerVoice> voices(List<Review> reviews) {
    Map<String, ReviewerVoice> all = new HashMap<>();
    Set<String> asked = new LinkedHashSet<>();
    for (Review review : reviews) {
      if (review.hidden() || review.value().isEmpty()) continue;
      ReviewerVoice known = voices.get(review.account());
      if (known == null) asked.add(review.account());
      else all.put(review.account(), known);
    }
    all.putAll(statements.voices().of(asked));
    return all;
  }

  /** Members' reports count each, those of all visitors without an account together as one. */
  private int flags(List<RequesterId> members) {
    List<Flag> flags = statements.flags().standing(subjects(members));
    long byMembers = flags.stream().flatMap(each -> each.account().stream()).distinct().count();
    boolean byVisitors = flags.stream().anyMatch(each -> each.account().isEmpty());
    return (int) byMembers + (byVisitors ? 1 : 0);
  }

  private List<Subject> subjects(List<RequesterId> members) {
    List<Subject> subjects = new ArrayList<>();
    for (RequesterId member : members) subjects.add(Subject.requester(member.toString()));
    for (String posting : writing.flaggedPostings(members)) subjects.add(Subject.posting(posting));
    return subjects;
  }

  /** Assesses open postings of these by what is said of them; whether some are left. */
  boolean assess(Collection<RequesterId> requesters) {
    boolean left = false;
    for (RequesterId requester : requesters) {
      List<RequesterId> members = writing.members(requester);
      left |= assess(members, statements.conducts().of(members.getFirst()));
    }
    return left;
  }

  private boolean assess(List<RequesterId> members, Optional<Conduct> said) {
    List<Posting> otherwise = writing.otherwiseSaid(members, said, AT_ONCE);
    Map<String, Posting> now = new LinkedHashMap<>();
    for (Posting posting : otherwise)
      if (!Objects.equals(posting.reputation(), said.orElse(null)))
        now.put(posting.id(), posting.with(posting.assessment().with(said.orElse(null))));
    if (!now.isEmpty()) writing.reassess(List.copyOf(now.values()), at);
    return otherwise.size() == AT_ONCE && !now.isEmpty();
  }
}
