package worthwhile.source.read;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import worthwhile.source.Platform;
import worthwhile.source.SourceDefinition;
import worthwhile.source.kept.KeptFile;

/** All definitions below a scrapers folder, read once and then unchanging. */
public final class Sources {
  private final Path root;
  private final SortedMap<String, SourceDefinition> sources;
  private final SortedMap<String, Node.Keys> families;
  private final Map<String, String> familyOf;
  private final SortedMap<String, Platform> platforms;
  private final Map<String, Platform> names;
  private final List<Problem> problems;
  private final String identity;

  private Sources(Path root, Understood read, List<Problem> problems) {
    this.root = root;
    this.sources = new TreeMap<>(read.sources());
    this.families = new TreeMap<>(read.families());
    this.familyOf = Map.copyOf(read.familyOf());
    this.platforms = new TreeMap<>(read.platforms());
    this.names = names(platforms.values());
    this.problems = problems;
    this.identity = read.identity();
  }

  /**
   * What was understood of a folder.
   *
   * @param families before their parameters are filled in, by name
   * @param familyOf the family that a source extends
   */
  private record Understood(
      String identity,
      Map<String, SourceDefinition> sources,
      Map<String, Node.Keys> families,
      Map<String, String> familyOf,
      Map<String, Platform> platforms) {
    static Understood of(Folder read) {
      return new Understood(
          read.identity(), read.sources(), read.families(), read.familyOf(), read.platforms());
    }
  }

  /**
   * Reads every definition. One that is wrong does not hide the others: it is among {@link
   * #problems()}.
   */
  public static Sources load(Path scrapers) {
    Folder read = Folder.read(scrapers);
    return new Sources(scrapers, Understood.of(read), read.problems().all());
  }

  /**
   * The same; what was understood is taken from where it is kept, if it is of these files, or is
   * kept there. Of files with a mistake nothing is kept: it is told each time.
   */
  public static Sources load(Path scrapers, KeptFile kept) {
    String files = Folder.contents(scrapers);
    Optional<Understood> known = kept.of(Understood.class, files);
    if (known.isPresent()) return new Sources(scrapers, known.get(), List.of());
    Sources read = load(scrapers);
    // Whoever edits a file just now must not find the old one understood from the new one.
    if (read.problems().isEmpty() && Folder.contents(scrapers).equals(files))
      kept.keep(read.understood(), files);
    return read;
  }

  private Understood understood() {
    return new Understood(identity, sources, families, familyOf, platforms);
  }

  /** The folder they were read from. */
  public Path root() {
    return root;
  }

  /** Tells these definitions and cards from others; the same for files that say the same. */
  public String identity() {
    return identity;
  }

  /** Every source, by id. */
  public List<SourceDefinition> all() {
    return List.copyOf(sources.values());
  }

  /** The source with this id. */
  public Optional<SourceDefinition> byId(String id) {
    return Optional.ofNullable(sources.get(id));
  }

  /**
   * A family as a source of its own, id {@code family:NAME}, for trying it on a page; parameters
   * that are not given are filled with their own names.
   */
  public Optional<SourceDefinition> family(String name, Map<String, String> with) {
    Node.Keys family = families.get(name);
    if (family == null) return Optional.empty();
    Problems unheard = new Problems();
    Block block = new Block(family, "", unheard);
    Map<String, String> values = new TreeMap<>(Families.ownNames(block));
    values.putAll(with);
    Node.Keys filled = (Node.Keys) Families.filled(family, values);
    return Optional.of(
        new DefinitionReader(new Block(filled, "", unheard))
            .read("family:" + name, name, "family", "families/" + name + ".yml"));
  }

  /** Names of the families. */
  public List<String> families() {
    return List.copyOf(families.keySet());
  }

  /** The family that a source extends; absent if none. */
  public Optional<String> familyOf(String id) {
    return Optional.ofNullable(familyOf.get(id));
  }

  /** The family that reads the pages at this address; absent if the address does not tell. */
  public Optional<FamilyMatch> familyAt(String url) {
    for (var family : families.entrySet())
      for (FamilyAddress address :
          FamilyAddress.of(new Block(family.getValue(), "", new Problems()))) {
        Optional<Map<String, String>> with = address.parameters(url);
        if (with.isPresent()) return Optional.of(new FamilyMatch(family.getKey(), with.get()));
      }
    return Optional.empty();
  }

  /** Every platform card, by id. */
  public List<Platform> platforms() {
    return List.copyOf(platforms.values());
  }

  /**
   * The platform with this id, or the one that bears or bore this name, in any spelling: {@code
   * Figure Eight} and {@code figure-eight}.
   */
  public Optional<Platform> platform(String idOrName) {
    Platform direct = platforms.get(idOrName);
    if (direct != null) return Optional.of(direct);
    return Optional.ofNullable(names.get(Platform.slug(idOrName)));
  }

  /**
   * The names of each platform that has more than one, its id and its successor's among them: who
   * looks for one of them means the others too.
   */
  public List<Set<String>> synonyms() {
    return platforms.values().stream()
        .map(
            platform -> {
              Set<String> group = new LinkedHashSet<>(platform.names());
              group.add(platform.id());
              platform.successor().ifPresent(group::add);
              return group;
            })
        .filter(group -> group.size() > 1)
        .toList();
  }

  /** Every platform by the spelling of its id and names in addresses; own names come first. */
  private static Map<String, Platform> names(Collection<Platform> platforms) {
    Map<String, Platform> names = new HashMap<>();
    platforms.forEach(platform -> names.put(platform.id(), platform));
    platforms.forEach(platform -> names.putIfAbsent(Platform.slug(platform.name()), platform));
    for (Platform platform : platforms)
      for (String name : platform.names()) {
        String slug = Platform.slug(name);
        names.putIfAbsent(slug, platform);
        names.putIfAbsent(slug.replace("-", ""), platform);
      }
    return Map.copyOf(names);
  }

  /** What is wrong with definitions, each with file, line, key and the mend. */
  public List<Problem> problems() {
    return problems;
  }

  /** One mistake in one file. */
  public record Problem(String file, int line, String message) {
    @Override
    public String toString() {
      return file + ":" + line + ": " + message;
    }
  }
}
