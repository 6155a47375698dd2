package worthwhile.command.maintain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import worthwhile.ChosenSources;
import worthwhile.Common;
import worthwhile.Out;
import worthwhile.extract.fixture.FixtureCheck;
import worthwhile.source.read.Sources;

/** {@code check}: are the definitions right, and do they read their fixtures as expected? */
@Command(
    name = "check",
    description = "Validates definitions and runs every fixture against its expectation.",
    mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Common common;

  @Parameters(paramLabel = "SOURCE", description = "ids, or family:NAME; default: all")
  private List<String> ids = new ArrayList<>();

  @Override
  public Integer call() {
    Out out = Out.of(spec);
    Sources sources = ChosenSources.load(common.anySettings(), out);
    List<FixtureCheck.Result> results = results(sources);
    for (FixtureCheck.Result result : results) {
      if (common.json()) out.json(row(result));
      else if (!result.passed()) print(out, result);
    }
    long failed = results.stream().filter(result -> !result.passed()).count();
    if (!common.json())
      out.say(
          "%d fixtures, %d not as expected, %d mistakes in definitions",
          results.size(), failed, sources.problems().size());
    return failed == 0 && sources.problems().isEmpty() ? 0 : 1;
  }

  private List<FixtureCheck.Result> results(Sources sources) {
    if (ids.isEmpty()) return FixtureCheck.all(sources);
    List<FixtureCheck.Result> results = new ArrayList<>();
    for (String id : ids) {
      var source = ChosenSources.one(sources, id, Map.of());
      results.addAll(
          id.startsWith("family:")
              ? FixtureCheck.family(sources, id.substring("family:".length()))
              : FixtureCheck.of(sources, source));
    }
    return results;
  }

  private static void print(Out out, FixtureCheck.Result result) {
    out.say("%s %s", result.source(), result.fixture());
    result.differences().forEach(difference -> out.say("    %s", difference));
  }

  private static Map<String, Object> row(FixtureCheck.Result result) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("source", result.source());
    row.put("fixture", result.fixture());
    row.put("passed", result.passed());
    row.put("differences", result.differences());
    return row;
  }
}
