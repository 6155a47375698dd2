package worthwhile.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Regions of several countries and who belongs to them, of {@code regions.csv}. */
public final class Regions {
  private static final String FILE = "regions.csv";

  /** Fewer countries are shorter by their own names. */
  private static final int FEWEST = 8;

  /** "Europe except United Kingdom" is said where Europe has so many more than a smaller region. */
  private static final int COST_OF_LACKING = 8;

  private static final Map<String, Set<String>> MEMBERS = new LinkedHashMap<>();
  private static final Map<String, String> SPELLED = new LinkedHashMap<>();

  static {
    read().stream().skip(1).map(row -> row.split("\\|", -1)).forEach(Regions::take);
  }

  /**
   * A region all of whose members are in a list of countries, but for a few.
   *
   * @param lacking codes of the members that are not
   */
  public record Held(String name, List<String> lacking) {
    public Held {
      lacking = List.copyOf(lacking);
    }
  }

  /** What a list of countries is, in few words: regions, and the codes that are in none of them. */
  public record Summary(List<Held> regions, List<String> others) {
    public Summary {
      regions = List.copyOf(regions);
      others = List.copyOf(others);
    }
  }

  private Regions() {}

  /** Names of all regions, and the codes of the countries in each. */
  static Map<String, Set<String>> all() {
    return MEMBERS;
  }

  /** How regions are spelled: in lower case, or in capitals where nothing else will do. */
  static Collection<String> spellings() {
    return SPELLED.keySet();
  }

  /** ISO 3166-1 codes of the countries in a region that is spelled like this. */
  static Optional<Set<String>> members(String spelled) {
    String name = SPELLED.get(spelled);
    if (name == null) name = SPELLED.get(spelled.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
    return Optional.ofNullable(name).map(MEMBERS::get);
  }

  /** A list of countries as the largest regions that it holds, for people to read. */
  public static Summary summary(Collection<String> codes) {
    Set<String> left = new LinkedHashSet<>(codes);
    List<Held> held = new ArrayList<>();
    Optional<Held> best = best(left);
    while (best.isPresent()) {
      held.add(best.get());
      left.removeAll(MEMBERS.get(best.get().name()));
      best = best(left);
    }
    return new Summary(held, List.copyOf(left));
  }

  /** The region that says most of a list, if one says more than the names of its countries. */
  private static Optional<Held> best(Set<String> left) {
    return left.size() < FEWEST
        ? Optional.empty()
        : MEMBERS.keySet().stream()
            .map(name -> held(name, left))
            .filter(held -> said(held) >= FEWEST)
            .max(Comparator.comparingInt(Regions::said));
  }

  private static Held held(String name, Set<String> left) {
    return new Held(
        name,
        Objects.requireNonNull(MEMBERS.get(name), "the names come from this very table").stream()
            .filter(code -> !left.contains(code))
            .sorted()
            .toList());
  }

  /** Countries that need not be named, less what it costs to name those that are lacking. */
  private static int said(Held held) {
    return Objects.requireNonNull(MEMBERS.get(held.name()), "the names come from this very table")
            .size()
        - COST_OF_LACKING * held.lacking().size();
  }

  private static void take(String[] row) {
    Set<String> members = new TreeSet<>();
    for (String part : row[2].split(", "))
      switch (part.charAt(0)) {
        case '+' -> members.addAll(MEMBERS.get(part.substring(1)));
        case '-' -> members.remove(part.substring(1));
        default -> members.add(part);
      }
    MEMBERS.put(row[0], Set.copyOf(members));
    if (!row[1].equals("-")) for (String spelled : row[1].split(", ")) SPELLED.put(spelled, row[0]);
  }

  private static List<String> read() {
    try (InputStream in = Regions.class.getResourceAsStream(FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }
}
