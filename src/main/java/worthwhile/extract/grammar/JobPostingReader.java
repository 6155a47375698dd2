package worthwhile.extract.grammar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import worthwhile.extract.rule.Draft;
import worthwhile.extract.rule.FieldValues;
import worthwhile.extract.rule.JsonText;
import worthwhile.extract.rule.Links;
import worthwhile.extract.rule.SourcePage;
import worthwhile.text.CleanText;
import worthwhile.text.Workplace;
import worthwhile.text.time.DateText;
import worthwhile.text.time.DurationText;

/**
 * Reads schema.org {@code JobPosting} objects as real pages write them: words where objects are
 * due, units on the wrong level, blanks and "N/A" for what is not known.
 */
public final class JobPostingReader {
  private final SourcePage page;
  private final JsonNode job;
  private final DateText.Context dates;

  private JobPostingReader(SourcePage page, JsonNode job) {
    this.page = page;
    this.job = job;
    var source = page.source();
    this.dates = new DateText.Context(source.locale(), source.timezone(), page.response().at());
  }

  /** What the object says, as a draft. */
  public static Draft read(SourcePage page, JsonNode job, boolean alone) {
    return new JobPostingReader(page, job).draft(alone);
  }

  private Draft draft(boolean alone) {
    Draft draft = new Draft();
    String description = plain("description", "responsibilities");
    draft.put("url", url(alone));
    draft.put("title", line(first("title", "name")));
    draft.put("description", description);
    draft.put("identifier", identifier());
    organization(draft);
    draft.put("datePosted", date("datePosted"));
    draft.put(
        "validThrough",
        first("validThrough").flatMap(text -> DateText.parseDeadline(text, dates)).orElse(null));
    draft.put("employmentType", joined("employmentType"));
    draft.put("jobLocation", places(job.path("jobLocation")));
    boolean remote = texts(job.path("jobLocationType")).stream().anyMatch(Workplace::isRemote);
    draft.put("jobLocationType", remote ? "TELECOMMUTE" : null);
    draft.put("applicantLocationRequirements", countries());
    draft.put(
        "occupationalCategory",
        texts(job.path("occupationalCategory")).stream().findFirst().orElse(null));
    draft.put("skills", pieces("skills"));
    draft.put(
        "qualifications",
        sentences("qualifications", "experienceRequirements", "educationRequirements"));
    draft.put("totalJobOpenings", openings());
    texts(job.path("timeRequired")).stream()
        .findFirst()
        .flatMap(DurationText::parse)
        .ifPresent(span -> draft.put("timeRequired", span));
    new JobPay(page, job, description).into(draft);
    return draft;
  }

  // --- who and where

  private @Nullable String url(boolean alone) {
    for (String key : List.of("url", "@id", "mainEntityOfPage")) {
      for (String text : texts(job.path(key))) {
        Optional<String> link =
            text.matches("(?i)https?://[^/].*|/.*")
                ? Links.absolute(page.base(), text)
                : Optional.empty();
        if (link.isPresent() && !link.get().contains("://localhost")) return link.get();
      }
    }
    return alone ? page.response().url().toString() : null;
  }

  private @Nullable String identifier() {
    JsonNode identifier = job.path("identifier");
    if (identifier.isArray() && !identifier.isEmpty()) identifier = identifier.get(0);
    JsonNode value = identifier.isObject() ? identifier.path("value") : identifier;
    return JsonText.of(value).map(CleanText::line).filter(JobPostingReader::says).orElse(null);
  }

  private void organization(Draft draft) {
    JsonNode organization = job.path("hiringOrganization");
    if (organization.isArray() && !organization.isEmpty()) organization = organization.get(0);
    String name =
        organization.isObject()
            ? line(texts(organization.path("name")).stream().findFirst())
            : line(JsonText.of(organization));
    String poster = line(JsonText.of(job.path("identifier").path("name")));
    if (poster != null && isName(poster) && (name == null || isPlatform(name))) {
      draft.put("hiringOrganization", poster);
      return;
    }
    draft.put("hiringOrganization", name);
    for (String key : List.of("sameAs", "url"))
      for (String text : texts(organization.path(key)))
        Links.absolute(page.base(), text)
            .filter(link -> !link.contains("://localhost"))
            .ifPresent(link -> draft.putIfAbsent("requesterUrl", link));
  }

  /** Whether the name is that of the site itself, which only passes the offer on. */
  private boolean isPlatform(String name) {
    String bare = bare(name);
    String host = Optional.ofNullable(page.response().url().getHost()).orElse("");
    return !bare.isEmpty()
        && (bare(host.replaceFirst("^www\\.", "")).startsWith(bare)
            || (bare(host).contains(bare) && bare.length() >= 6)
            || bare(page.source().name()).equals(bare)
            || bare(page.source().about().operator().orElse("")).equals(bare));
  }

  private static String bare(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]|\\.com$", "");
  }

  private boolean isName(String text) {
    return text.length() <= 300
        && text.matches(".*\\p{L}{2}.*")
        && !text.matches(
            "(?i)https?://.*|.*\\b(?:id|identifier|reference|ref|number|req(?:uisition)?)\\b.*")
        && !isPlatform(text);
  }

  private static @Nullable String places(JsonNode location) {
    List<String> places = new ArrayList<>();
    Iterable<JsonNode> all = location.isArray() ? location.values() : List.of(location);
    for (JsonNode each : all) {
      String place = place(each);
      if (!place.isEmpty() && !places.contains(place)) places.add(place);
    }
    return places.isEmpty() ? null : String.join("; ", places);
  }

  private static String place(JsonNode location) {
    if (!location.isObject())
      return JsonText.of(location).map(CleanText::line).filter(JobPostingReader::says).orElse("");
    JsonNode address = location.has("address") ? location.path("address") : location;
    if (address.isArray() && !address.isEmpty()) address = address.get(0);
    if (!address.isObject())
      return JsonText.of(address).map(CleanText::line).filter(JobPostingReader::says).orElse("");
    List<String> parts = new ArrayList<>();
    for (String key : List.of("addressLocality", "addressRegion", "addressCountry"))
      for (String text : texts(address.path(key))) if (!parts.contains(text)) parts.add(text);
    if (parts.isEmpty()) parts.addAll(texts(location.path("name")));
    return String.join(", ", parts);
  }

  private List<String> countries() {
    List<String> texts = new ArrayList<>();
    JsonNode required = job.path("applicantLocationRequirements");
    Iterable<JsonNode> all = required.isArray() ? required.values() : List.of(required);
    for (JsonNode each : all) {
      boolean town = texts(each.path("@type")).stream().anyMatch(JobPostingReader::isTown);
      if (!town) texts.addAll(texts(each));
      if (each.isObject()) texts.addAll(texts(each.path("address").path("addressCountry")));
    }
    return FieldValues.countries(texts).orElse(List.of());
  }

  /** What may bear a country's name and is none. */
  private static boolean isTown(String type) {
    return type.equals("City") || type.equals("State");
  }

  // --- words

  private @Nullable Instant date(String key) {
    return texts(job.path(key)).stream()
        .flatMap(text -> DateText.parse(text, dates).stream())
        .findFirst()
        .orElse(null);
  }

  private @Nullable Integer openings() {
    return texts(job.path("totalJobOpenings")).stream()
        .filter(text -> text.matches("[1-9][0-9]{0,8}"))
        .map(Integer::parseInt)
        .findFirst()
        .orElse(null);
  }

  private @Nullable String plain(String... keys) {
    String text =
        java.util.Arrays.stream(keys)
            .flatMap(key -> texts(job.path(key)).stream())
            .map(CleanText::plain)
            .distinct()
            .collect(Collectors.joining("\n"));
    return text.isBlank() ? null : text;
  }

  private List<String> pieces(String key) {
    return texts(job.path(key)).stream()
        .flatMap(text -> CleanText.plain(text).lines())
        .flatMap(
            line ->
                java.util.Arrays.stream(
                    line.length() > 200 ? new String[] {line} : line.split("[,;•]")))
        .map(CleanText::line)
        .filter(JobPostingReader::says)
        .distinct()
        .toList();
  }

  private List<String> sentences(String... keys) {
    return java.util.Arrays.stream(keys)
        .flatMap(key -> texts(job.path(key)).stream())
        .flatMap(text -> CleanText.plain(text).lines())
        .map(line -> CleanText.line(line).replaceFirst("^[-*•]\\s*", ""))
        .filter(JobPostingReader::says)
        .distinct()
        .toList();
  }

  private @Nullable String joined(String key) {
    List<String> texts = texts(job.path(key));
    return texts.isEmpty() ? null : String.join(", ", texts);
  }

  private Optional<String> first(String... keys) {
    return java.util.Arrays.stream(keys).flatMap(key -> texts(job.path(key)).stream()).findFirst();
  }

  private static @Nullable String line(Optional<String> text) {
    return text.map(CleanText::line).filter(JobPostingReader::says).orElse(null);
  }

  /** Texts of a word, an object's name or value, or a list of them, without "N/A" and blanks. */
  static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node.isArray()) {
      for (JsonNode each : node.values()) texts.addAll(texts(each));
    } else if (node.isObject()) {
      for (String key : List.of("name", "@value", "value", "description", "url", "@id")) {
        texts.addAll(texts(node.path(key)));
        if (!texts.isEmpty()) break;
      }
    } else {
      JsonText.of(node).map(String::strip).filter(JobPostingReader::says).ifPresent(texts::add);
    }
    return texts;
  }

  private static boolean says(String text) {
    return !text.isBlank() && !text.strip().matches("(?i)n/?a|null|none|undefined|-+|unknown");
  }
}
