package worthwhile.flow;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import worthwhile.intake.Change;
import worthwhile.posting.DiscussionForumPosting;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Posting;
import worthwhile.posting.RequesterId;
import worthwhile.store.Store;

/**
 * Finds the stored postings that a batch's evidence concerns beside its own: open tasks of
 * requesters of whose times something new is known. At most {@value #MOST} in a batch; the rest
 * follows with the next evidence.
 */
final class Touched {
  private static final int MOST = 300;

  /** Open postings of one requester that are looked at. */
  private static final int OF_ONE = 50;

  private final Store store;

  Touched(Store store) {
    this.store = store;
  }

  List<Posting> by(List<Change> changes, List<DiscussionForumPosting> posts) {
    Set<RequesterId> requesters = new LinkedHashSet<>();
    for (Change change : changes)
      if (bringsReports(change))
        RequesterId.of(change.posting().job()).ifPresent(id -> requesters.addAll(members(id)));
    for (DiscussionForumPosting post : posts)
      if (!post.reports().isEmpty())
        for (String name : post.mentions()) requesters.addAll(store.requesters().named(name));
    return requesters.isEmpty() ? List.of() : openTasks(requesters, done(changes));
  }

  private Collection<RequesterId> members(RequesterId id) {
    List<RequesterId> members = store.requesters().members(id);
    return members.isEmpty() ? List.of(id) : members;
  }

  private static Set<String> done(List<Change> changes) {
    Set<String> done = new LinkedHashSet<>();
    for (Change change : changes)
      if (!(change instanceof Change.Unchanged)) done.add(change.posting().id());
    return done;
  }

  private List<Posting> openTasks(Set<RequesterId> requesters, Set<String> done) {
    Map<String, Posting> touched = new LinkedHashMap<>();
    for (RequesterId requester : requesters)
      for (Posting posting : store.postings().openOfRequesters(List.of(requester), OF_ONE))
        if (PayStep.isTask(posting.job()) && !done.contains(posting.id()))
          touched.put(posting.id(), posting);
    return touched.values().stream().limit(MOST).toList();
  }

  private static boolean bringsReports(Change change) {
    return switch (change) {
      case Change.New(Posting posting) -> isTimed(posting.job());
      case Change.Duplicate(Posting posting, Posting _) -> isTimed(posting.job());
      case Change.Reposted(Posting posting, Posting _) -> isTimed(posting.job());
      case Change.Changed(Posting posting, Posting before, Set<String> _) ->
          saysMore(posting.job(), before.job());
      case Change.Reopened(Posting posting, Posting before, Set<String> _) ->
          saysMore(posting.job(), before.job());
      case Change.Unchanged _, Change.Missing _, Change.Closed _ -> false;
    };
  }

  private static boolean isTimed(JobPosting posting) {
    return !posting.reports().isEmpty() || posting.timeMeasured() != null;
  }

  private static boolean saysMore(JobPosting now, JobPosting before) {
    boolean measured =
        Optional.ofNullable(now.timeMeasured())
            .filter(time -> !Objects.equals(time, before.timeMeasured()))
            .isPresent();
    return measured || !now.reports().equals(before.reports());
  }
}
