package worthwhile.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import worthwhile.intake.Fingerprint;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Organization;
import worthwhile.posting.RequesterId;
import worthwhile.store.Store;
import worthwhile.store.posting.Beside.Appearance;
import worthwhile.store.posting.Beside.Offer;
import worthwhile.warning.Circumstances;
import worthwhile.warning.Circumstances.Original;
import worthwhile.warning.CircumstancesBuilder;
import worthwhile.warning.PayLevels;

/**
 * What the store knows of postings beside their own words, looked up once for a whole batch: who
 * else offers the same words, how long their requesters are known, what pay is usual, what people
 * reported.
 */
final class StoredCircumstances {
  /** Offers are compared with those first seen since then. */
  private static final Duration LATELY = Duration.ofDays(90);

  /** An offer is a copy of one that is older by this at least. */
  private static final Duration LONG_BEFORE = Duration.ofDays(7);

  private static final Duration NEW = Duration.ofDays(3);

  /** On a platform that is not known for longer everybody is new. */
  private static final Duration KNOWN = Duration.ofDays(14);

  private static final Duration AT_ONCE = Duration.ofHours(1);

  private final Store store;
  private final Instant at;
  private final List<JobPosting> expected;
  private final StoredReports reports;
  private final Set<String> looked = new HashSet<>();

  /** By the id of a posting; empty where it says too little. */
  private final Map<String, String> words = new HashMap<>();

  private final Map<String, List<Offer>> offers = new HashMap<>();
  private final Map<RequesterId, Appearance> seen = new HashMap<>();
  private final Map<String, Boolean> isKnown = new HashMap<>();
  private final Map<RequesterId, Set<String>> atOnce = new HashMap<>();
  private @Nullable PayLevels usual;

  /**
   * Circumstances of one batch.
   *
   * @param expected the postings that are asked about; they need not be stored
   */
  StoredCircumstances(Store store, List<JobPosting> expected, Instant at) {
    this.store = store;
    this.expected = expected;
    this.at = at;
    this.reports = new StoredReports(store, at);
  }

  /** What is known of a posting that names these hosts, but for how its pay compares. */
  Circumstances of(JobPosting posting, Supplier<Set<String>> hosts) {
    if (looked.isEmpty()) look(expected);
    if (!looked.contains(posting.id())) look(List.of(posting));
    Optional<RequesterId> requester = RequesterId.of(posting);
    boolean isNew = requester.filter(this::isNew).isPresent();
    CircumstancesBuilder known =
        CircumstancesBuilder.builder(Circumstances.NONE)
            .newHere(isNew)
            .atOnce(isNew ? atOnce(requester.get()) : 0);
    others(posting, requester, known);
    reports.add(posting, hosts, known);
    return known.build();
  }

  private void look(Collection<JobPosting> postings) {
    Set<String> texts = new HashSet<>();
    Set<RequesterId> requesters = new HashSet<>();
    for (JobPosting posting : postings) {
      looked.add(posting.id());
      RequesterId.of(posting).ifPresent(requesters::add);
      texts.add(words(posting));
    }
    texts.remove("");
    texts.removeAll(offers.keySet());
    texts.forEach(each -> offers.put(each, new ArrayList<>()));
    store
        .beside()
        .offers(texts, at.minus(LATELY))
        .forEach(
            offer ->
                Objects.requireNonNull(
                        offers.get(offer.words()), "only the words that were asked for come back")
                    .add(offer));
    for (JobPosting posting : postings) offer(posting).ifPresent(this::add);
    requesters.removeAll(seen.keySet());
    seen.putAll(store.beside().seen(requesters));
    reports.look(postings);
  }

  private String words(JobPosting posting) {
    return words.computeIfAbsent(
        posting.id(), _ -> Objects.requireNonNullElse(Fingerprint.ofWords(posting), ""));
  }

  private void add(Offer fresh) {
    List<Offer> known =
        Objects.requireNonNull(
            offers.get(fresh.words()), "look() asked for the words of each posting");
    if (known.stream().noneMatch(each -> isSame(each, fresh))) known.add(fresh);
  }

  /** What the batch itself offers, which is not stored yet. */
  private Optional<Offer> offer(JobPosting posting) {
    String text = words(posting);
    if (text.isEmpty()) return Optional.empty();
    return RequesterId.of(posting).map(id -> new Offer(text, id.toString(), name(posting, id), at));
  }

  private static String name(JobPosting posting, RequesterId id) {
    return Optional.ofNullable(posting.hiringOrganization())
        .map(Organization::name)
        .orElse(id.key());
  }

  private static boolean isSame(Offer one, Offer other) {
    return one.requester().equals(other.requester())
        || RequesterId.nameKey(one.name()).equals(RequesterId.nameKey(other.name()));
  }

  private void others(
      JobPosting posting, Optional<RequesterId> requester, CircumstancesBuilder known) {
    Optional<Offer> own = requester.isEmpty() ? Optional.empty() : offer(posting);
    if (own.isEmpty()) return;
    String root =
        Optional.ofNullable(seen.get(requester.get()))
            .map(Appearance::root)
            .orElse(own.get().requester());
    Offer hers = new Offer(own.get().words(), root, own.get().name(), at);
    List<Offer> all =
        Objects.requireNonNull(
            offers.get(hers.words()), "look() asked for the words of each posting");
    List<Offer> others = all.stream().filter(each -> !isSame(each, hers)).toList();
    Instant since =
        all.stream()
            .filter(each -> isSame(each, hers))
            .map(Offer::first)
            .min(Comparator.naturalOrder())
            .orElse(at);
    known.otherNames(
        (int) others.stream().map(each -> RequesterId.nameKey(each.name())).distinct().count());
    known.original(original(others, since));
  }

  private static Optional<Original> original(List<Offer> others, Instant since) {
    return others.stream()
        .min(Comparator.comparing(Offer::first))
        .filter(first -> first.first().isBefore(since.minus(LONG_BEFORE)))
        .map(
            first ->
                new Original(first.name(), LocalDate.ofInstant(first.first(), ZoneOffset.UTC)));
  }

  private boolean isNew(RequesterId requester) {
    Instant first = Optional.ofNullable(seen.get(requester)).map(Appearance::first).orElse(at);
    return first.isAfter(at.minus(NEW)) && isKnown(requester.platform());
  }

  private boolean isKnown(String platform) {
    return isKnown.computeIfAbsent(
        platform,
        id ->
            store.beside().known(id).filter(first -> first.isBefore(at.minus(KNOWN))).isPresent());
  }

  /** Of the batch itself, and of what was stored within the hour. */
  private int atOnce(RequesterId requester) {
    if (!atOnce.containsKey(requester)) count(requester);
    return atOnce.getOrDefault(requester, Set.of()).size();
  }

  /** All new requesters of the batch are looked up with the first that is asked about. */
  private void count(RequesterId asked) {
    Map<RequesterId, Set<String>> own = new HashMap<>();
    for (JobPosting posting : expected)
      RequesterId.of(posting)
          .ifPresent(id -> own.computeIfAbsent(id, _ -> new HashSet<>()).add(posting.id()));
    Set<RequesterId> wanted = new HashSet<>();
    for (RequesterId each : own.keySet())
      if (!atOnce.containsKey(each) && isNew(each)) wanted.add(each);
    wanted.add(asked);
    Map<RequesterId, Set<String>> stored = store.beside().putUp(wanted, at.minus(AT_ONCE));
    for (RequesterId each : wanted) {
      Set<String> ids = new HashSet<>(stored.getOrDefault(each, Set.of()));
      ids.addAll(own.getOrDefault(each, Set.of()));
      atOnce.put(each, ids);
    }
  }

  /** What pay is usual. */
  PayLevels usual() {
    if (usual == null) usual = PayLevelWatch.known(store);
    return usual;
  }
}
