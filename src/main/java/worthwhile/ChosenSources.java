package worthwhile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import worthwhile.source.SourceDefinition;
import worthwhile.source.kept.KeptFile;
import worthwhile.source.read.Sources;
import worthwhile.text.Nearest;

/** Finds the sources that somebody named, and says what there is when the name is wrong. */
public final class ChosenSources {
  private ChosenSources() {}

  /** All definitions; those that are wrong are named on standard error and left out. */
  public static Sources load(Settings settings, Out out) {
    if (!Files.isDirectory(settings.scrapers()))
      throw new UsageException(
          "There is no folder "
              + settings.scrapers()
              + " with source definitions; name one with --scrapers");
    Sources sources = quietly(settings);
    sources.problems().forEach(problem -> out.say("%s", problem));
    return sources;
  }

  /** The same without a word of those that are wrong. */
  public static Sources quietly(Settings settings) {
    Path kept = settings.data().resolve("definitions.kept");
    return Sources.load(settings.scrapers(), new KeptFile(kept, Version.build()));
  }

  /** The source with this id, or {@code family:NAME} with parameters. */
  public static SourceDefinition one(Sources sources, String id, Map<String, String> with) {
    if (id.startsWith("family:"))
      return sources
          .family(id.substring("family:".length()), with)
          .orElseThrow(() -> unknown(id, families(sources)));
    return sources
        .byId(id)
        .orElseThrow(() -> broken(sources, id).orElseGet(() -> unknown(id, ids(sources))));
  }

  private static Optional<UsageException> broken(Sources sources, String id) {
    String file = "/" + id + ".source.yml:";
    if (sources.problems().stream().noneMatch(problem -> problem.toString().contains(file)))
      return Optional.empty();
    return Optional.of(
        new UsageException(id + " cannot be used before its definition is mended: see above."));
  }

  private static List<String> ids(Sources sources) {
    return sources.all().stream().map(SourceDefinition::id).toList();
  }

  private static List<String> families(Sources sources) {
    return sources.families().stream().map(name -> "family:" + name).toList();
  }

  private static UsageException unknown(String id, List<String> known) {
    String nearest = Nearest.to(id, known).map(one -> " Did you mean " + one + "?").orElse("");
    return new UsageException(
        "There is no source %s.%s Known are: %s"
            .formatted(id, nearest, known.stream().sorted().collect(Collectors.joining(", "))));
  }
}
