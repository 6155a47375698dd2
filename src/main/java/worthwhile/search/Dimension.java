package worthwhile.search;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import worthwhile.intake.Kinds;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Organization;
import worthwhile.posting.TaskDevice;
import worthwhile.posting.TaskKind;
import worthwhile.posting.word.Worded;

/** What results are counted by and can be narrowed to. */
public enum Dimension {
  PLATFORM(Integer.MAX_VALUE),
  CATEGORY(Integer.MAX_VALUE),
  KIND(Integer.MAX_VALUE),
  REQUESTER(30),
  COUNTRY(30),
  DEVICE(Integer.MAX_VALUE),
  LANGUAGE(Integer.MAX_VALUE);

  private final int shown;

  Dimension(int shown) {
    this.shown = shown;
  }

  /** Most values shown as a facet. */
  public int shown() {
    return shown;
  }

  /** Name of the parameter, the facet and the field that holds what values are compared by. */
  public String field() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The dimension that a parameter asks for; absent if it asks for something else. */
  public static Optional<Dimension> of(String parameter) {
    return Stream.of(values()).filter(one -> one.field().equals(parameter)).findFirst();
  }

  /** Whether a value is shown as a posting spells it, not as it is compared; one value each. */
  public boolean spelled() {
    return this == CATEGORY || this == REQUESTER;
  }

  /**
   * Whether a posting without a value passes every choice: what asks for nothing suits everybody.
   */
  public boolean emptyMeansAny() {
    return this == COUNTRY || this == DEVICE || this == LANGUAGE;
  }

  /** What a posting says, as it spells it. */
  Stream<String> said(JobPosting posting) {
    return switch (this) {
      case PLATFORM -> Stream.ofNullable(posting.platform());
      case CATEGORY -> Stream.ofNullable(posting.occupationalCategory());
      case KIND -> Stream.of(Kinds.of(posting).word());
      case REQUESTER ->
          Stream.ofNullable(posting.hiringOrganization())
              .map(Organization::name)
              .filter(Objects::nonNull);
      case COUNTRY ->
          posting.applicantLocationRequirements().stream()
              .filter(country -> !posting.ineligibleRegion().contains(country));
      case DEVICE -> posting.devices().stream();
      case LANGUAGE -> Stream.ofNullable(posting.language());
    };
  }

  /** What a search may ask for, in words; empty if anything. */
  String allowed() {
    return switch (this) {
      case PLATFORM, CATEGORY, REQUESTER -> "";
      case COUNTRY -> Limits.COUNTRY;
      case KIND -> oneOf(Stream.of(TaskKind.values()).map(TaskKind::word));
      case DEVICE -> oneOf(Stream.of(TaskDevice.values()).map(TaskDevice::word));
      case LANGUAGE -> Limits.LANGUAGE;
    };
  }

  private static String oneOf(Stream<String> words) {
    return words.collect(Collectors.joining(", ", "one of ", ""));
  }

  /** Whether a search may ask for this. */
  boolean allows(String value) {
    return switch (this) {
      case PLATFORM, CATEGORY, REQUESTER -> true;
      case COUNTRY -> Limits.country(value);
      case KIND -> Worded.of(TaskKind.class, value).isPresent();
      case DEVICE -> Stream.of(TaskDevice.values()).anyMatch(d -> d.word().equalsIgnoreCase(value));
      case LANGUAGE -> Limits.language(value);
    };
  }

  /** The one form of a value that is asked for, so that equal searches are equal. */
  String tidied(String value) {
    return switch (this) {
      case PLATFORM, KIND, DEVICE, LANGUAGE -> value.toLowerCase(Locale.ROOT);
      case CATEGORY, REQUESTER -> value;
      case COUNTRY -> value.toUpperCase(Locale.ROOT);
    };
  }

  /** What the search asks for, in the form that is compared; empty means any. */
  public List<String> chosen(SearchQuery query) {
    return keys(query.chosen(this));
  }

  /** Whether a posting with these keys passes this choice, which is not empty. */
  boolean passes(List<String> chosen, Set<String> keys) {
    if (keys.isEmpty()) return emptyMeansAny();
    for (String key : chosen) if (keys.contains(key)) return true;
    return false;
  }

  /** A value in the form that is compared: letter case and white space do not count. */
  public String key(String value) {
    String text = Normalizer.normalize(value, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ");
    if (text.length() > 1000) text = text.substring(0, 1000);
    return this == COUNTRY ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT);
  }

  private List<String> keys(Collection<String> values) {
    return values.stream().map(this::key).distinct().toList();
  }
}
