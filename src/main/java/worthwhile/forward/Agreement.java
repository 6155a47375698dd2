package worthwhile.forward;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Organization;
import worthwhile.posting.PostingJson;

/**
 * What several readings of one posting have in common: others see nothing that only one worker
 * says, be it a single field.
 */
final class Agreement {
  /** They move from one minute to the next, and say nothing in words. */
  private static final Set<String> MOVING =
      Set.of("totalJobOpenings", "timeMeasured", "validThrough");

  /** Boards bump it; what counts is the earliest that two tell. */
  private static final String POSTED = "datePosted";

  /** Two readings of a measured average may differ so many times. */
  private static final int NEAR = 2;

  private Agreement() {}

  /**
   * Whether two readings are of the same offer: the same title, and no other requester, pay or
   * address. What one of them leaves open contradicts nothing.
   */
  static boolean isCompatible(JobPosting a, JobPosting b) {
    return folded(a.title()).equals(folded(b.title()))
        && agree(name(a), name(b), Object::equals)
        && agree(a.url(), b.url(), Object::equals)
        && agree(a.baseSalary(), b.baseSalary(), Agreement::isSame);
  }

  private static <T> boolean agree(@Nullable T a, @Nullable T b, BiPredicate<T, T> same) {
    return a == null || b == null || same.test(a, b);
  }

  private static String folded(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static @Nullable String name(JobPosting posting) {
    Organization requester = posting.hiringOrganization();
    return requester == null || requester.name() == null ? null : folded(requester.name());
  }

  /** Whether two amounts are the same money, in whatever words. */
  static boolean isSame(MonetaryAmount a, MonetaryAmount b) {
    return a.currency().equals(b.currency())
        && a.unitText() == b.unitText()
        && isSame(a.minValue(), b.minValue())
        && isSame(a.maxValue(), b.maxValue());
  }

  private static boolean isSame(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    if (a == null || b == null) return a == null && b == null;
    return a.compareTo(b) == 0;
  }

  /**
   * The reading reduced to what another one says too.
   *
   * @param others compatible with it
   * @param base what others see already, which stays where nothing else is agreed on
   */
  static JobPosting of(
      JobPosting reading, Collection<JobPosting> others, Optional<JobPosting> base) {
    List<ObjectNode> trees = others.stream().map(Agreement::tree).toList();
    ObjectNode agreed = base.map(Agreement::tree).orElseGet(PostingJson.MAPPER::createObjectNode);
    for (Map.Entry<String, JsonNode> field : tree(reading).properties()) {
      if (MOVING.contains(field.getKey())) continue;
      for (ObjectNode other : trees) add(agreed, field, other.get(field.getKey()));
    }
    for (String name : List.of("id", "source", "platform", "identifier", "title"))
      if (!agreed.has(name)) agreed.set(name, tree(reading).get(name));
    return PostingJson.MAPPER.treeToValue(agreed, JobPosting.class).toBuilder()
        .totalJobOpenings(reading.totalJobOpenings())
        .timeMeasured(measured(reading, others, base))
        .validThrough(end(reading, others, base))
        .build();
  }

  /** A whole that both say takes the place of what is there; a part only fills a gap. */
  private static void add(ObjectNode agreed, Map.Entry<String, JsonNode> field, JsonNode other) {
    JsonNode common = common(field.getValue(), other);
    if (common == null) return;
    boolean whole = common.equals(field.getValue());
    if (whole || !agreed.has(field.getKey())) agreed.set(field.getKey(), common);
  }

  /** What two values have in common; null if nothing. */
  private static @Nullable JsonNode common(JsonNode a, JsonNode b) {
    if (a == null || b == null) return null;
    if (a.isNumber() && b.isNumber())
      return a.decimalValue().compareTo(b.decimalValue()) == 0 ? a : null;
    if (!a.isObject() || !b.isObject()) return a.equals(b) ? a : null;
    ObjectNode common = PostingJson.MAPPER.createObjectNode();
    for (Map.Entry<String, JsonNode> field : a.properties()) {
      JsonNode both = common(field.getValue(), b.get(field.getKey()));
      if (both != null) common.set(field.getKey(), both);
    }
    return common.isEmpty() ? null : common;
  }

  /** A new average counts where one that is known, or another worker's, is not far from it. */
  private static @Nullable Duration measured(
      JobPosting reading, Collection<JobPosting> others, Optional<JobPosting> base) {
    Duration known = base.map(JobPosting::timeMeasured).orElse(null);
    Duration told = reading.timeMeasured();
    if (told == null) return known;
    boolean backed =
        isNear(told, known) || others.stream().anyMatch(o -> isNear(told, o.timeMeasured()));
    return backed ? told : known;
  }

  /** An end moves on with time; that there is one, two must say. */
  private static @Nullable Instant end(
      JobPosting reading, Collection<JobPosting> others, Optional<JobPosting> base) {
    Instant known = base.map(JobPosting::validThrough).orElse(null);
    boolean backed = known != null || others.stream().anyMatch(o -> o.validThrough() != null);
    return backed && reading.validThrough() != null ? reading.validThrough() : known;
  }

  private static boolean isNear(Duration a, @Nullable Duration b) {
    return b != null
        && a.compareTo(b.multipliedBy(NEAR)) <= 0
        && b.compareTo(a.multipliedBy(NEAR)) <= 0;
  }

  /** Whether a reading tells something that others do not see. */
  static boolean saysMore(JobPosting reading, JobPosting shown) {
    ObjectNode tree = tree(shown);
    return tree(reading).properties().stream()
        .filter(field -> !MOVING.contains(field.getKey()) && !field.getKey().equals(POSTED))
        .anyMatch(field -> !isIn(field.getValue(), tree.get(field.getKey())));
  }

  private static boolean isIn(JsonNode value, JsonNode shown) {
    return Objects.equals(common(value, shown), value);
  }

  private static ObjectNode tree(JobPosting posting) {
    return PostingJson.MAPPER.valueToTree(posting);
  }
}
