package worthwhile.forward;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import worthwhile.flow.Admission;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.store.Store;
import worthwhile.store.posting.Sightings.Sighting;
import worthwhile.store.posting.Sightings.Witness;
import worthwhile.store.posting.Writing;

/**
 * What one worker's browser shows is for her alone until another one's shows the same; what others
 * see is changed only by two. Only a trusted sender needs nobody. Decided inside the transaction,
 * so that two workers whose pages come at the same moment, even to two nodes, see each other.
 *
 * @param usual what the platform usually pays
 * @param mostNew postings of which an account may tell for the first time on one day
 * @param at when the sender saw it
 * @param now when it is told
 */
record TwoWitnesses(
    Store store,
    Sender sender,
    Witnesses witnesses,
    UsualPay usual,
    int mostNew,
    Instant at,
    Instant now)
    implements Admission {
  /** So many must say the same where the pay is unusual. */
  private static final int FOR_UNUSUAL_PAY = 5;

  @Override
  public Admitted admit(List<JobPosting> rows, Writing writing) {
    Map<String, Posting> known = store.postings().byIds(ids(rows));
    Map<String, List<Witness>> seen = writing.witnesses(ids(rows));
    Decision decision = new Decision(writing);
    for (JobPosting row : rows) {
      if (!sender.trusted() && row.state() == PostingState.CLOSED) continue;
      Optional<Posting> before = Optional.ofNullable(known.get(row.id()));
      decision.decide(row, before, seen.getOrDefault(row.id(), List.of()));
    }
    return decision.admitted();
  }

  @Override
  public void keep(List<Posting> own, Writing writing) {
    writing.sightings(own.stream().map(this::sighting).toList());
  }

  private Sighting sighting(Posting posting) {
    return new Sighting(
        sender.account(),
        posting.job().source(),
        posting.id(),
        at,
        witnesses.network(posting.id()),
        Optional.of(posting));
  }

  private static List<String> ids(List<JobPosting> rows) {
    return rows.stream().map(JobPosting::id).toList();
  }

  /** Whether something newer is known: a browser's queue was delivered late. */
  private boolean isLate(Posting before) {
    Instant last = before.standing().lastSeen();
    return last != null && last.isAfter(at);
  }

  /** What becomes of the rows, gathered one after the other. */
  private final class Decision {
    private final Writing writing;
    private final List<JobPosting> taken = new ArrayList<>();
    private final Map<String, Boolean> confirmed = new HashMap<>();
    private final List<JobPosting> own = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private final Set<String> held = new HashSet<>();
    private int agreed;

    Decision(Writing writing) {
      this.writing = writing;
    }

    void decide(JobPosting row, Optional<Posting> before, List<Witness> all) {
      List<Witness> alike =
          witnesses.beside(row.id(), all).stream()
              .filter(each -> each.seen().filter(o -> Agreement.isCompatible(o, row)).isPresent())
              .toList();
      boolean fits = before.filter(b -> Agreement.isCompatible(b.job(), row)).isPresent();
      if (all.stream().anyMatch(each -> each.account().equals(sender.account())))
        told.add(row.id());
      if (sender.trusted()) believe(row, before.filter(_ -> fits), before, !alike.isEmpty());
      else if (fits && witnesses.senderCounts()) again(row, before.orElseThrow(), alike, all);
      else if (isEnough(row, alike)) agree(row, alike, all);
      else keep(row, before.filter(b -> fits && b.state() != PostingState.CLOSED));
    }

    private boolean isEnough(JobPosting row, List<Witness> alike) {
      if (!witnesses.senderCounts()) return false;
      if (usual.isUsual(row)) return Witnesses.count(alike) >= 2;
      List<Witness> samePay =
          alike.stream()
              .filter(each -> each.seen().map(JobPosting::baseSalary).isPresent())
              .toList();
      return Witnesses.count(samePay) >= FOR_UNUSUAL_PAY;
    }

    private void believe(
        JobPosting row, Optional<Posting> same, Optional<Posting> before, boolean alike) {
      boolean isSure =
          same.filter(b -> !Boolean.FALSE.equals(b.standing().confirmed())).isPresent();
      if (!isSure && alike) agreed++;
      Boolean two = isSure ? same.get().standing().confirmed() : (Boolean) alike;
      if (before.filter(TwoWitnesses.this::isLate).isPresent() && !alike) return;
      publish(row, two);
    }

    /** It says what others see already: its numbers are newer, and gaps may be filled by two. */
    private void again(JobPosting row, Posting before, List<Witness> alike, List<Witness> all) {
      if (Boolean.FALSE.equals(before.standing().confirmed())) agreed++;
      JobPosting now = Agreement.of(row, jobs(alike), Optional.of(before.job()));
      if (!usual.isUsual(now)) now = Agreement.of(row, List.of(), Optional.of(before.job()));
      if (!isLate(before))
        publish(now, before.standing().confirmed() == null ? null : Boolean.TRUE);
      clear(row, now, all);
    }

    private void agree(JobPosting row, List<Witness> alike, List<Witness> all) {
      JobPosting now = Agreement.of(row, jobs(alike), Optional.empty());
      agreed++;
      publish(now, true);
      clear(row, now, all);
    }

    private void publish(JobPosting row, @Nullable Boolean two) {
      taken.add(row);
      if (two != null) confirmed.put(row.id(), two);
    }

    /** Forgets who saw it, but for those who saw more than others see now. */
    private void clear(JobPosting row, JobPosting now, List<Witness> all) {
      for (Witness witness : all)
        if (witness.seen().filter(seen -> !Agreement.saysMore(seen, now)).isPresent())
          writing.forgetSighting(row.id(), witness.account());
      keepMore(row, now);
    }

    private void keepMore(JobPosting row, JobPosting shown) {
      if (Agreement.saysMore(row, shown)) own.add(row);
      else writing.forgetSighting(row.id(), sender.account());
    }

    private void keep(JobPosting row, Optional<Posting> shown) {
      if (shown.isPresent()) {
        keepMore(row, shown.get().job());
        return;
      }
      held.add(row.id());
      own.add(row);
    }

    private static List<JobPosting> jobs(List<Witness> witnesses) {
      return witnesses.stream().flatMap(each -> each.seen().stream()).toList();
    }

    Admitted admitted() {
      writing.areThere(ids(taken));
      Set<String> tooMany = tooMany();
      own.removeIf(row -> tooMany.contains(row.id()));
      held.removeAll(tooMany);
      return new Admitted(taken, confirmed, own, agreed, held.size(), tooMany);
    }

    private Set<String> tooMany() {
      List<String> fresh =
          own.stream()
              .map(JobPosting::id)
              .filter(id -> held.contains(id) && !told.contains(id))
              .distinct()
              .toList();
      if (fresh.isEmpty()) return Set.of();
      long day = now.atZone(ZoneOffset.UTC).toLocalDate().toEpochDay();
      int allowed = writing.allowNew(sender.account(), day, fresh.size(), mostNew);
      return Set.copyOf(fresh.subList(allowed, fresh.size()));
    }
  }
}
