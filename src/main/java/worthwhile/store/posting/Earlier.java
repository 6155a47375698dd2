package worthwhile.store.posting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.posting.Conduct;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Pay;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingJson;
import worthwhile.posting.PostingState;

/**
 * What a posting's numbers were before a change: enough to tell whether a search found it then,
 * unless its words changed too.
 *
 * @param job its fields {@link #FIELDS} as they were; of reports the minutes, and only where by
 *     them is known how long it takes
 * @param net pay per hour in US dollars; absent if it was not known
 * @param effective the same after unpaid time
 * @param severity how grave its gravest warning was: 0 without any, 3 for a danger
 * @param says whether anything was known about its pay
 */
public record Earlier(
    ObjectNode job,
    PostingState state,
    Optional<BigDecimal> net,
    Optional<BigDecimal> effective,
    Optional<BigDecimal> risk,
    Optional<BigDecimal> reputation,
    int severity,
    boolean says) {
  private static final String REPORTS = "reports";

  /** Fields of a posting that are kept of what it was. */
  public static final Set<String> FIELDS =
      Set.of("baseSalary", "timeRequired", "totalJobOpenings", "validThrough", REPORTS);

  private static final String CURRENCY = "USD";

  static Earlier of(Posting before) {
    ObjectNode job = (ObjectNode) PostingJson.storedTree(before.job());
    job.retain(FIELDS);
    keepMinutes(job);
    Optional<Pay> pay =
        Optional.ofNullable(before.pay()).filter(found -> found.currency().equals(CURRENCY));
    return new Earlier(
        job,
        before.state() == null ? PostingState.OPEN : before.state(),
        pay.map(Pay::net),
        pay.map(Pay::effective),
        Optional.ofNullable(before.assessment().risk()),
        Optional.ofNullable(before.reputation()).map(Conduct::score),
        before.assessment().severity(),
        before.pay() != null || before.job().baseSalary() != null);
  }

  /** Who reported what is nobody's business here, but for the minutes. */
  private static void keepMinutes(ObjectNode job) {
    JsonNode reports = job.path(REPORTS);
    job.remove(REPORTS);
    if (job.has("timeRequired")) return;
    ArrayNode kept = job.putArray(REPORTS);
    for (JsonNode each : reports)
      if (each.hasNonNull("minutes")) kept.addObject().set("minutes", each.get("minutes"));
  }

  /** A posting with the fields that it had before. */
  public JobPosting laidOver(JobPosting now) {
    ObjectNode tree = (ObjectNode) PostingJson.storedTree(now);
    for (String field : FIELDS) if (!field.equals(REPORTS) || job.has(REPORTS)) tree.remove(field);
    tree.setAll(job);
    tree.remove(List.of("state", "stateReason"));
    return PostingJson.readJob(tree.toString());
  }

  /** Pay as it was stated; absent if none was. */
  Optional<MonetaryAmount> pay() {
    return Optional.ofNullable(job.get("baseSalary"))
        .map(stated -> PostingJson.MAPPER.treeToValue(stated, MonetaryAmount.class));
  }

  String json() {
    return PostingJson.MAPPER.writeValueAsString(this);
  }

  static Earlier read(String json) {
    return PostingJson.MAPPER.readValue(json, Earlier.class);
  }
}
