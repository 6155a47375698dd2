package worthwhile.store.work;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.RequesterId;
import worthwhile.posting.WorkReport;
import worthwhile.store.posting.PostingRows;
import worthwhile.store.sql.Database;
import worthwhile.store.sql.Meta;
import worthwhile.text.Sha256;
import worthwhile.work.Contributions;
import worthwhile.work.Payment;
import worthwhile.work.Provenance;
import worthwhile.work.Recognition;
import worthwhile.work.Status;
import worthwhile.work.Work;

/**
 * Work that its workers let into public figures, by the posting that it belongs to: started from
 * it, or of the same platform, title and reward.
 */
final class Contributed {
  private static final String PSEUDONYMS = "work-pseudonyms";

  /** Younger accounts enter no public figure: whoever makes many must wait. */
  private static final Duration AGE = Duration.ofDays(3);

  /** The one user of a personal instance has no row of her own, and is no stranger. */
  private static final String CONSENTING =
      " join work_setting on work_setting.account = work.account"
          + " and work_setting.contributes is not null and not exists (select 1 from account"
          + " where account.id = work.account and account.created > %d)";

  private final Database database;
  private final Meta meta;
  private final Clock clock;

  Contributed(Database database, Meta meta, Clock clock) {
    this.database = database;
    this.meta = meta;
    this.clock = clock;
  }

  /** Reports by posting; a posting of which too few tell is not in the answer. */
  Map<String, List<WorkReport>> of(Collection<JobPosting> postings) {
    if (postings.isEmpty() || !isAnybody()) return Map.of();
    Map<String, List<Work>> work = database.read(handle -> work(handle, postings, consenting()));
    if (work.isEmpty()) return Map.of();
    String secret =
        meta.get(PSEUDONYMS)
            .orElseGet(() -> meta.putIfAbsent(PSEUDONYMS, UUID.randomUUID().toString()));
    Map<String, List<WorkReport>> reports = new LinkedHashMap<>();
    for (JobPosting posting : postings) {
      List<Work> own = work.getOrDefault(posting.id(), List.of());
      String about = secret + "\n" + about(posting) + "\n";
      List<WorkReport> told = Contributions.of(own, account -> hash(about + account));
      if (!told.isEmpty()) reports.put(posting.id(), told);
    }
    return reports;
  }

  /** What became of the work that those imported who consent to be counted, by account. */
  List<TellerOfPlatform> tellers(String platform) {
    return database.list(
        TellerOfPlatform::read,
        TellerOfPlatform.SELECT.formatted(condition(), Status.REJECTED.word()),
        platform,
        Provenance.IMPORT.word());
  }

  private String consenting() {
    return WorkRows.SELECT + condition();
  }

  /** What joins work of those who consent to be counted. */
  private String condition() {
    return CONSENTING.formatted(clock.instant().minus(AGE).toEpochMilli());
  }

  boolean isAnybody() {
    return database
        .find(Integer.class, "select 1 from work_setting where contributes is not null limit 1")
        .isPresent();
  }

  private static Map<String, List<Work>> work(
      Handle handle, Collection<JobPosting> postings, String consenting) {
    Map<String, List<Work>> byPosting = new HashMap<>();
    List<String> ids = postings.stream().map(JobPosting::id).toList();
    for (Work work : PostingRows.in(handle, consenting, "work.posting", ids, WorkRows::work))
      byPosting.computeIfAbsent(work.posting(), _ -> new ArrayList<>()).add(work);
    Map<String, Map<String, List<JobPosting>>> byTitle =
        postings.stream()
            .filter(posting -> posting.platform() != null)
            .collect(
                Collectors.groupingBy(
                    JobPosting::platform,
                    Collectors.groupingBy(posting -> Recognition.key(posting.title()))));
    byTitle.forEach(
        (platform, titles) -> addByTitle(handle, consenting, platform, titles, byPosting));
    return byPosting;
  }

  /** Work of imported files knows no posting: the same title and reward on the platform tell. */
  private static void addByTitle(
      Handle handle,
      String consenting,
      String platform,
      Map<String, List<JobPosting>> titles,
      Map<String, List<Work>> byPosting) {
    for (List<String> keys : Database.chunks(titles.keySet())) {
      List<Work> found =
          handle
              .createQuery(
                  consenting
                      + " where work.platform = :platform and work.posting is null"
                      + " and work.title_key in (<keys>)")
              .bind("platform", platform)
              .bindList("keys", keys)
              .map(WorkRows::work)
              .list();
      for (Work work : found)
        for (JobPosting posting :
            Objects.requireNonNull(
                titles.get(Recognition.key(work.title())),
                "the query asked for these titles alone"))
          if (fits(work, posting))
            byPosting.computeIfAbsent(posting.id(), _ -> new ArrayList<>()).add(work);
    }
  }

  /** Where both name a reward it must be the same. */
  private static boolean fits(Work work, JobPosting posting) {
    MonetaryAmount stated = posting.baseSalary();
    Payment paid = work.payment();
    if (paid.reward() == null || stated == null || stated.minValue() == null) return true;
    return stated.currency().equals(paid.currency())
        && stated.minValue().compareTo(paid.reward()) == 0;
  }

  /** For whom a pseudonym holds: the requester where there is one, else the task. */
  private static String about(JobPosting posting) {
    return RequesterId.of(posting).map(RequesterId::toString).orElse(posting.id());
  }

  private static String hash(String text) {
    return Sha256.hex(text).substring(0, 16);
  }
}
