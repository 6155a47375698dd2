package worthwhile.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import worthwhile.extract.fixture.FixtureCheck;
import worthwhile.source.read.Sources;

/**
 * Writes expectations anew: a scrapers folder, then ids of sources or {@code family:NAME} (all of
 * them if none is named). Each expectation needs its {@code given} already.
 */
final class RewriteExpectations {
  private RewriteExpectations() {}

  public static void main(String[] args) throws IOException {
    Sources sources = Sources.load(Path.of(args[0]));
    sources.problems().forEach(System.err::println);
    List<String> ids = Arrays.asList(args).subList(1, args.length);
    if (ids.isEmpty()) {
      ids = new java.util.ArrayList<>(sources.all().stream().map(source -> source.id()).toList());
      for (String family : sources.families()) ids.add("family:" + family);
    }
    for (String id : ids)
      for (Path file : FixtureCheck.rewrite(sources, id)) System.out.println(file);
  }
}
