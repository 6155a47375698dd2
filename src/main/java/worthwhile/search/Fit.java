package worthwhile.search;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import worthwhile.posting.TaskDevice;
import worthwhile.posting.word.Worded;

/**
 * What a worker brings along, and how well a task suits it: a share from 0 to 1 by which its worth
 * to her is multiplied. What she has not said lessens nothing, and nothing is left out: that is
 * what the filters of a search are for. The shares are set by hand; they were not measured.
 *
 * @param languages ISO 639-1 codes that she reads; empty if not said
 * @param platforms ids of those that she has joined; empty if not said
 * @param devices words of {@link TaskDevice} that she has; empty if not said
 * @param time how long she has; absent if not said
 */
public record Fit(
    Set<String> languages, Set<String> platforms, Set<String> devices, Optional<Duration> time) {
  /** Says nothing. */
  public static final Fit NONE = new Fit(Set.of(), Set.of(), Set.of(), Optional.empty());

  /** By what a task may not suit her. */
  public enum Point implements Worded {
    LANGUAGE,
    PLATFORM,
    DEVICE,
    TIME;
  }

  /** What can be chosen between; what else is needed is needed beside it. */
  private static final Set<String> MACHINES =
      Stream.of(TaskDevice.PHONE, TaskDevice.TABLET, TaskDevice.DESKTOP)
          .map(TaskDevice::word)
          .collect(Collectors.toUnmodifiableSet());

  private static final double OTHER_LANGUAGE = 0.1;
  private static final double LANGUAGE_UNKNOWN = 0.9;
  private static final double NOT_JOINED = 0.5;
  private static final double DEVICE_LACKING = 0.2;
  private static final double TOO_LONG = 0.5;
  private static final double TIME_UNKNOWN = 0.8;

  public Fit {
    languages = Set.copyOf(languages);
    platforms = Set.copyOf(platforms);
    devices = Set.copyOf(devices);
  }

  public boolean isNothing() {
    return equals(NONE);
  }

  /** How well a task suits her, 0 to 1. */
  public double share(PostingFacts facts) {
    double share = 1;
    for (Point point : Point.values()) share *= share(point, facts);
    return share;
  }

  /** The same by one point. */
  public double share(Point point, PostingFacts facts) {
    return switch (point) {
      case LANGUAGE -> share(Dimension.LANGUAGE, facts.keys(Dimension.LANGUAGE));
      case PLATFORM -> share(Dimension.PLATFORM, facts.keys(Dimension.PLATFORM));
      case DEVICE -> share(Dimension.DEVICE, facts.keys(Dimension.DEVICE));
      case TIME -> time(facts.duration().orElse(NumberFact.DURATION.unknown()));
    };
  }

  /** How well what a task says in a dimension suits her; 1 in those that are no point. */
  public double share(Dimension dimension, Collection<String> keys) {
    return switch (dimension) {
      case LANGUAGE -> language(keys);
      case PLATFORM -> platforms.isEmpty() || meets(platforms, keys) ? 1 : NOT_JOINED;
      case DEVICE -> lacking(keys).isEmpty() ? 1 : DEVICE_LACKING;
      case CATEGORY, KIND, REQUESTER, COUNTRY -> 1;
    };
  }

  private double language(Collection<String> keys) {
    if (languages.isEmpty() || meets(languages, keys)) return 1;
    return keys.isEmpty() ? LANGUAGE_UNKNOWN : OTHER_LANGUAGE;
  }

  private static boolean meets(Set<String> own, Collection<String> keys) {
    for (String key : keys) if (own.contains(key)) return true;
    return false;
  }

  /** Devices that a task needs and she has not named; empty if she has named none. */
  public Set<String> lacking(Collection<String> keys) {
    Set<String> lacking = new TreeSet<>();
    if (devices.isEmpty() || keys.isEmpty()) return lacking;
    boolean chooses = meets(devices, keys.stream().filter(MACHINES::contains).toList());
    for (String key : keys)
      if (!devices.contains(key) && !(chooses && MACHINES.contains(key))) lacking.add(key);
    return lacking;
  }

  /** How well a time needed suits her, in milliseconds; below 0 if it is not known. */
  public double time(long millis) {
    if (time.isEmpty()) return 1;
    if (millis < 0) return TIME_UNKNOWN;
    return millis <= time.get().toMillis() ? 1 : TOO_LONG;
  }
}
