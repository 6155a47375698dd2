package worthwhile.warning.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;
import worthwhile.posting.Warning;

/** Reads the rules from the files that come with the program: one for words, one for a family. */
final class RuleFiles {
  private static final String FOLDER = "/worthwhile/warnings/";
  private static final String NOT_AFTER = "not-after";
  private static final String TAKEN_BACK_BY = "taken-back-by";
  private static final TomlMapper TOML = new TomlMapper();

  /** Characters between the first sign of a combination and the others, where none are given. */
  private static final int USUALLY_WITHIN = 600;

  private final Cue.All cues = new Cue.All();
  private final Map<String, List<String>> lists = new LinkedHashMap<>();
  private final List<Phrase> phrases = new ArrayList<>();
  private final Set<Cue> evenNegated = new HashSet<>();
  private final Map<Cue, Set<String>> notAfter = new HashMap<>();
  private final Map<Cue, Cue> takenBackBy = new LinkedHashMap<>();
  private final Map<Cue, List<Requirement>> derived = new LinkedHashMap<>();
  private final List<Family> families = new ArrayList<>();

  private RuleFiles() {}

  /**
   * All that the files say.
   *
   * @param takenBackBy for some cues another one that, right beside them, says that they are not so
   * @param derived cues that stand for a combination of others, in the order in which they build on
   *     one another
   */
  record Content(
      Cue.All cues,
      Map<String, List<String>> lists,
      List<Phrase> phrases,
      Set<Cue> evenNegated,
      Map<Cue, Set<String>> notAfter,
      Map<Cue, Cue> takenBackBy,
      Map<Cue, List<Requirement>> derived,
      List<Family> families) {
    /** The words of a list in plain letters. */
    Set<String> words(String list) {
      return Objects.requireNonNull(lists.get(list), () -> "the rules name no list " + list)
          .stream()
          .map(PlainLetters::of)
          .collect(Collectors.toSet());
    }
  }

  static Content shipped() {
    RuleFiles files = new RuleFiles();
    files.read("words");
    files.read("signs");
    files.read("broad");
    for (JsonNode family : toml("families").path("families")) files.read(family.asString());
    return new Content(
        files.cues,
        files.lists,
        files.phrases,
        files.evenNegated,
        files.notAfter,
        files.takenBackBy,
        files.derived,
        files.families);
  }

  /** A word that is another one where any of the files says something else. */
  static String identity() {
    StringBuilder all = new StringBuilder();
    for (String name : List.of("words", "signs", "broad", "families")) all.append(toml(name));
    for (JsonNode family : toml("families").path("families")) all.append(toml(family.asString()));
    return UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static JsonNode toml(String name) {
    String file = FOLDER + name + ".toml";
    try (InputStream in = RuleFiles.class.getResourceAsStream(file)) {
      if (in == null) throw new IllegalStateException(file + " is missing: build again");
      return TOML.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    } catch (JacksonException e) {
      throw new IllegalStateException(file + ": " + e.getMessage(), e);
    }
  }

  private void read(String name) {
    JsonNode file = toml(name);
    try {
      file.path("list").forEachEntry((list, words) -> lists.put(list, texts(words)));
      file.path("sign").forEachEntry(this::sign);
      for (JsonNode each : file.path("derived"))
        derived
            .computeIfAbsent(cues.named(each.path("sign").asString()), _ -> new ArrayList<>())
            .add(condition(each));
      if (file.has("combination") || file.has("statement")) families.add(family(name, file));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(FOLDER + name + ".toml: " + e.getMessage(), e);
    }
  }

  private void sign(String name, JsonNode sign) {
    Cue cue = cues.named(name);
    if (sign.path("even-negated").asBoolean(false)) evenNegated.add(cue);
    String by = sign.path(TAKEN_BACK_BY).asString("");
    if (!by.isEmpty()) takenBackBy.put(cue, cues.named(by));
    sign.forEachEntry(
        (key, patterns) -> {
          if (key.equals(NOT_AFTER)) notAfter.put(cue, Set.copyOf(texts(patterns)));
          else texts(patterns).forEach(pattern -> phrases.addAll(Phrase.read(cue, pattern, lists)));
        });
  }

  private Family family(String code, JsonNode file) {
    List<Family.Example> examples = new ArrayList<>();
    file.path("examples")
        .forEachEntry(
            (least, all) ->
                texts(all)
                    .forEach(text -> examples.add(new Family.Example(severity(least), text))));
    return new Family(
        code,
        file.path("beside").asBoolean(false),
        combinations(file.path("combination")),
        combinations(file.path("statement")),
        named(file.path("lowered-by")),
        examples,
        texts(file.path("innocents")));
  }

  private List<Family.Combination> combinations(JsonNode all) {
    List<Family.Combination> combinations = new ArrayList<>();
    for (JsonNode each : all)
      combinations.add(
          new Family.Combination(severity(each.path("severity").asString()), condition(each)));
    return combinations;
  }

  private static Warning.Severity severity(String name) {
    return Warning.Severity.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private Requirement condition(JsonNode json) {
    return new Requirement(
        named(json.path("all")),
        named(json.path("any")),
        json.path("at-least").asInt(1),
        named(json.path("none")),
        json.path("within").asInt(USUALLY_WITHIN));
  }

  private List<Cue> named(JsonNode list) {
    return texts(list).stream().map(cues::named).toList();
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().filter(JsonNode::isString).map(JsonNode::asString).toList();
  }
}
