package worthwhile.source.read;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import worthwhile.source.Access;
import worthwhile.source.PageRules;
import worthwhile.source.Platform;
import worthwhile.source.SourceDefinition;
import worthwhile.text.Sha256;

/** Reads the files of a scrapers folder. */
final class Folder {
  private final Path root;
  private final Problems problems = new Problems();
  private final Map<String, Node.Keys> families = new TreeMap<>();
  private final Map<String, SourceDefinition> sources = new TreeMap<>();
  private final Map<String, String> familyOf = new TreeMap<>();
  private final Map<String, Platform> platforms = new TreeMap<>();
  private final Map<Path, ReadFile> files = new ConcurrentHashMap<>();
  private String identity = "";

  private Folder(Path root) {
    this.root = root;
  }

  static Folder read(Path root) {
    Folder folder = new Folder(root);
    if (!Files.isDirectory(root)) {
      folder.problems.add(
          new Place(root.toString(), 1),
          "there is no such folder; name the one with the definitions");
      return folder;
    }
    List<Path> families = folder.familyFiles();
    Map<Path, List<Path>> platforms = folder.platformFiles();
    folder.readAhead(families, platforms.values());
    families.forEach(folder::family);
    platforms.forEach(folder::platform);
    return folder;
  }

  /**
   * 64 hexadecimal digits that tell the names and contents of all its files from any others. A file
   * that cannot be read now counts as one of no contents: that it could not be is a mistake of the
   * folder, which is found when it is read.
   */
  static String contents(Path root) {
    Folder folder = new Folder(root);
    StringBuilder all = new StringBuilder();
    Stream.concat(
            folder.familyFiles().stream(),
            folder.platformFiles().values().stream().flatMap(List::stream))
        .forEach(
            file -> {
              String text = ReadFile.text(file, new Place("", 1), new Problems()).orElse("");
              all.append(folder.name(file)).append(' ').append(text.length()).append('\n');
              all.append(text);
            });
    return Sha256.hex(all.toString());
  }

  private List<Path> familyFiles() {
    return list(root.resolve("families"), ".yml");
  }

  /** By the folder of their platform. */
  private Map<Path, List<Path>> platformFiles() {
    Map<Path, List<Path>> platforms = new TreeMap<>();
    for (Path platform : list(root, ""))
      if (Files.isDirectory(platform) && !platform.endsWith("families"))
        platforms.put(platform, list(platform, ".yml"));
    return platforms;
  }

  /** Reads the files on all processors; what they mean together is looked at in their order. */
  private void readAhead(List<Path> families, Collection<List<Path>> platforms) {
    Stream.concat(families.stream(), platforms.stream().flatMap(List::stream))
        .toList()
        .parallelStream()
        .forEach(file -> files.put(file, ReadFile.of(file, name(file))));
  }

  /** Tells what its files say from anything else. */
  String identity() {
    return identity;
  }

  Map<String, Node.Keys> families() {
    return families;
  }

  Map<String, SourceDefinition> sources() {
    return sources;
  }

  Map<String, String> familyOf() {
    return familyOf;
  }

  Map<String, Platform> platforms() {
    return platforms;
  }

  Problems problems() {
    return problems;
  }

  // --- families

  private void family(Path file) {
    Problems own = new Problems();
    Optional<Node.Keys> keys = keys(file, own);
    if (keys.isPresent()) {
      Block block = new Block(keys.get(), "", own).only(DefinitionReader.FAMILY_KEYS);
      block.require("schema", "family", "emits", "listing", "contract");
      schema(block);
      String name = file.getFileName().toString().replace(".yml", "");
      if (!block.text("family").orElse(name).equals(name))
        block.wrong("family", "must be the file's name, '" + name + "'");
      List<FamilyAddress> _ = FamilyAddress.of(block);
      Node.Keys tried = (Node.Keys) Families.filled(keys.get(), Families.ownNames(block));
      new DefinitionReader(new Block(tried, "", own))
          .read("family:" + name, name, "family", name(file));
      if (!own.any()) families.put(name, keys.get());
    }
    problems.addAll(own);
  }

  // --- platforms and sources

  private void platform(Path folder, List<Path> inside) {
    String id = folder.getFileName().toString();
    Path card = folder.resolve("platform.yml");
    if (Files.exists(card)) {
      Problems own = new Problems();
      keys(card, own)
          .map(keys -> new CardReader(new Block(keys, "", own)).read(id))
          .filter(platform -> !own.any())
          .ifPresent(platform -> platforms.put(id, platform));
      problems.addAll(own);
    }
    for (Path file : inside) {
      String name = file.getFileName().toString();
      if (name.equals("source.yml") || name.endsWith(".source.yml")) source(file, id);
      else if (!name.equals("platform.yml"))
        problems.add(
            new Place(name(file), 1), "is neither platform.yml nor NAME.source.yml; rename it");
    }
  }

  private void source(Path file, String platform) {
    Problems own = new Problems();
    keys(file, own).ifPresent(keys -> source(keys, own, platform, name(file)));
    problems.addAll(own);
  }

  private void source(Node.Keys keys, Problems own, String platform, String file) {
    Block raw = new Block(keys, "", own).only(DefinitionReader.SOURCE_KEYS);
    raw.require("schema", "id", "name", "homepage", "maintainers");
    schema(raw);
    String id = raw.text("id").orElse("");
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*"))
      raw.wrong("id", "must be lower-case words joined by hyphens, not '" + id + "'");
    if (sources.containsKey(id))
      raw.wrong("id", "'" + id + "' is already the id of " + sources.get(id).file());
    Optional<Node.Keys> whole = raw.has("extends") ? extended(raw, keys) : Optional.of(keys);
    if (whole.isEmpty()) return;
    Block block = new Block(whole.get(), "", own);
    if (!raw.has("extends") && raw.has("with")) raw.wrong("with", "goes with extends only");
    block.require("emits", "about", "locale", "timezone");
    boolean byHand = block.has("companion") && !block.has("listing");
    if (!byHand) block.require("listing", "contract");
    SourceDefinition definition =
        new DefinitionReader(block).read(id, raw.text("name").orElse(id), platform, file);
    requireAddress(block, definition);
    if (isCrawled(definition)) block.require("fetch");
    if (own.any()) return;
    sources.put(id, definition);
    raw.text("extends").ifPresent(family -> familyOf.put(id, family));
    platforms.computeIfAbsent(platform, name -> CardReader.without(name, definition));
  }

  private static void requireAddress(Block block, SourceDefinition definition) {
    boolean asked =
        definition
            .listing()
            .ask()
            .or(() -> definition.listing().withKey().map(PageRules.WithKey::ask))
            .isPresent();
    if (isCrawled(definition) && !asked && definition.status().isEmpty())
      block.wrong("listing", "'listing.url' is missing");
    definition
        .listing()
        .ask()
        .filter(ask -> !ask.url().text().matches("(?i)https?://.+"))
        .ifPresent(
            ask ->
                block.wrong(
                    "listing", "url must begin with http:// or https://, not '" + ask.url() + "'"));
  }

  private static boolean isCrawled(SourceDefinition definition) {
    Access access = definition.about().access();
    return access == Access.PUBLIC || access == Access.KEY;
  }

  private Optional<Node.Keys> extended(Block raw, Node.Keys keys) {
    String name = raw.text("extends").orElse("");
    Node.Keys family = families.get(name);
    if (family == null) {
      boolean broken = Files.exists(root.resolve("families").resolve(name + ".yml"));
      raw.wrong(
          "extends",
          broken
              ? "the family '" + name + "' has mistakes of its own"
              : "there is no family '" + name + "'" + Problems.hint(name, families.keySet()));
      return Optional.empty();
    }
    Problems unheard = new Problems();
    Map<String, String> values =
        Families.values(new Block(family, "", unheard), raw.map("with"), raw);
    return Optional.of((Node.Keys) Families.filled(Families.merged(family, keys), values));
  }

  private static void schema(Block block) {
    block.word("schema", List.of("1"));
  }

  // --- files

  /** The keys of a file; absent, and told, if it is unreadable or not yet filled in. */
  private Optional<Node.Keys> keys(Path file, Problems own) {
    ReadFile read = files.computeIfAbsent(file, missed -> ReadFile.of(missed, name(missed)));
    read.text().ifPresent(text -> identity = Sha256.hex(identity + name(file) + '\n' + text));
    own.addAll(read.problems());
    return read.keys();
  }

  private String name(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private List<Path> list(Path folder, String suffix) {
    if (!Files.isDirectory(folder)) return List.of();
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(suffix))
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      problems.add(new Place(name(folder), 1), "cannot be read: " + e.getMessage());
      return List.of();
    }
  }

  /**
   * A file of definitions as it was read, before anything is made of it.
   *
   * @param text absent if it is unreadable
   * @param keys absent, with problems, if it is unreadable or not yet filled in
   */
  private record ReadFile(Optional<String> text, Optional<Node.Keys> keys, Problems problems) {
    /**
     * Reads a file.
     *
     * @param name by which problems call it
     */
    static ReadFile of(Path file, String name) {
      Problems own = new Problems();
      Optional<String> text = text(file, new Place(name, 1), own);
      Optional<Node.Keys> keys =
          text.flatMap(said -> Yaml.read(name, said, own))
              .filter(all -> !Placeholders.tell(all, own));
      return new ReadFile(text, keys, own);
    }

    private static Optional<String> text(Path file, Place start, Problems own) {
      try {
        return Optional.of(Files.readString(file));
      } catch (MalformedInputException e) {
        own.add(start, "is not UTF-8; save it as UTF-8");
      } catch (IOException e) {
        own.add(start, "cannot be read: " + e.getMessage());
      }
      return Optional.empty();
    }
  }
}
