package worthwhile.alert.note;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import worthwhile.source.Platform;
import worthwhile.source.card.Citation;
import worthwhile.source.card.Dated;
import worthwhile.source.card.Deadline;
import worthwhile.source.card.Particulars;
import worthwhile.source.card.PlatformReport;
import worthwhile.source.read.Sources;
import worthwhile.store.Store;
import worthwhile.store.source.Announced;

/**
 * What changed at platforms, from their cards and from what they announced of their own end.
 *
 * @param coming deadlines that can still be kept, the soonest first
 * @param past everything else, the newest first
 */
public record PlatformChanges(List<PlatformChange> coming, List<PlatformChange> past) {
  private static final Comparator<PlatformChange> BY_DAY =
      Comparator.comparing(PlatformChange::date).thenComparing(PlatformChange::id);

  /**
   * The changes of some platforms.
   *
   * @param ids of platforms; empty for all
   */
  public static PlatformChanges of(Set<String> ids, Sources sources, Store store, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    Collector collector = new Collector();
    for (Platform platform : sources.platforms())
      if (wanted(platform.id(), ids)) collector.card(platform);
    for (Announced.Entry entry : store.announced().all())
      if (wanted(entry.platform(), ids))
        sources.platform(entry.platform()).ifPresent(p -> collector.announced(p, entry));
    return new PlatformChanges(
        collector.all.stream().filter(c -> c.isComing(today)).sorted(BY_DAY).toList(),
        collector.all.stream()
            .filter(c -> !c.isComing(today))
            .sorted(
                Comparator.comparing(PlatformChange::date)
                    .reversed()
                    .thenComparing(PlatformChange::id))
            .toList());
  }

  private static boolean wanted(String id, Set<String> ids) {
    return ids.isEmpty() || ids.contains(id);
  }

  /** Gathers changes and gives each an id of its own. */
  private static final class Collector {
    private final List<PlatformChange> all = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    void card(Platform platform) {
      Particulars card = platform.particulars();
      for (Deadline deadline : Dated.current(card.deadlines())) deadline(platform, deadline);
      for (PlatformReport report : card.changes())
        report(platform, PlatformChange.Kind.CHANGE, report);
      for (PlatformReport report : card.breaches())
        report(platform, PlatformChange.Kind.BREACH, report);
      for (PlatformReport report : card.suspensions())
        report(platform, PlatformChange.Kind.SUSPENSION, report);
    }

    private void deadline(Platform platform, Deadline deadline) {
      Citation citation = deadline.citation();
      LocalDate told = citation.date().isBefore(deadline.day()) ? citation.date() : deadline.day();
      add(
          platform,
          PlatformChange.Kind.DEADLINE,
          new Citation(deadline.day(), "day", citation.source(), Optional.empty()),
          told,
          deadline.text(),
          Optional.empty());
    }

    private void report(Platform platform, PlatformChange.Kind kind, PlatformReport report) {
      Citation citation = report.citation();
      add(platform, kind, citation, citation.date(), report.text(), report.by());
    }

    void announced(Platform platform, Announced.Entry entry) {
      LocalDate seen = LocalDate.ofInstant(entry.firstSeen(), ZoneOffset.UTC);
      LocalDate day = entry.day().orElse(seen);
      Citation citation = new Citation(day, "day", entry.url(), Optional.empty());
      String text = "“" + entry.quote() + "”";
      add(platform, PlatformChange.Kind.ANNOUNCED, citation, seen, text, Optional.empty());
    }

    private void add(
        Platform platform,
        PlatformChange.Kind kind,
        Citation citation,
        LocalDate told,
        String text,
        Optional<String> by) {
      String stem = platform.id() + ":" + kind.word() + ":" + citation.date();
      String id = stem;
      for (int n = 2; !ids.add(id); n++) id = stem + ":" + n;
      all.add(
          new PlatformChange(
              id,
              platform,
              kind,
              citation.date(),
              citation.precision(),
              told,
              text,
              by,
              citation.source()));
    }
  }
}
