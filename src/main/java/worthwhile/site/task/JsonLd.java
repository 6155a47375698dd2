package worthwhile.site.task;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingJson;
import worthwhile.posting.PostingState;
import worthwhile.site.http.Controls;

/** A posting as schema.org writes it, for programs that read the page. */
final class JsonLd {
  private JsonLd() {}

  /**
   * Safe to stand inside a script element. Absent for closed postings and for those without the
   * date and the description that readers of such data require.
   */
  static Optional<String> of(
      Posting posting,
      Optional<String> requester,
      Optional<String> requesterSite,
      Optional<String> url) {
    if (posting.state() == PostingState.CLOSED
        || posting.job().datePosted() == null
        || posting.job().description() == null) return Optional.empty();
    Map<String, Object> job = new LinkedHashMap<>();
    job.put("@context", "https://schema.org");
    job.put("@type", "JobPosting");
    job.put("title", posting.job().title());
    job.put("description", posting.job().description());
    job.put("datePosted", posting.job().datePosted());
    put(job, "validThrough", posting.job().validThrough());
    put(job, "employmentType", posting.job().employmentType());
    put(job, "totalJobOpenings", posting.job().totalJobOpenings());
    put(job, "url", url.orElse(null));
    requester.ifPresent(name -> job.put("hiringOrganization", organization(name, requesterSite)));
    put(job, "jobLocationType", posting.job().jobLocationType());
    if (!posting.job().applicantLocationRequirements().isEmpty())
      job.put("applicantLocationRequirements", countries(posting));
    Optional.ofNullable(posting.job().baseSalary())
        .ifPresent(pay -> job.put("baseSalary", salary(pay)));
    return Optional.of(inScript(Controls.without(PostingJson.MAPPER.writeValueAsString(job))));
  }

  /** No text can end the script element or open another. */
  private static String inScript(String json) {
    return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }

  private static Map<String, Object> organization(String name, Optional<String> site) {
    Map<String, Object> organization = new LinkedHashMap<>();
    organization.put("@type", "Organization");
    organization.put("name", name);
    site.ifPresent(url -> organization.put("sameAs", url));
    return organization;
  }

  private static List<Map<String, String>> countries(Posting posting) {
    return posting.job().applicantLocationRequirements().stream()
        .map(code -> Map.of("@type", "Country", "name", code))
        .toList();
  }

  private static Map<String, Object> salary(MonetaryAmount pay) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("@type", "QuantitativeValue");
    BigDecimal min = pay.minValue();
    if (min != null && pay.maxValue() != null && min.compareTo(pay.maxValue()) == 0)
      value.put("value", min);
    else {
      put(value, "minValue", min);
      put(value, "maxValue", pay.maxValue());
    }
    put(value, "unitText", pay.unitText());
    return Map.of("@type", "MonetaryAmount", "currency", pay.currency(), "value", value);
  }

  private static void put(Map<String, Object> map, String name, @Nullable Object value) {
    if (value != null) map.put(name, value);
  }
}
