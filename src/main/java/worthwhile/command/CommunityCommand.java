package worthwhile.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import worthwhile.Common;
import worthwhile.Instance;
import worthwhile.Out;
import worthwhile.UsageException;
import worthwhile.community.published.CommunityExport;
import worthwhile.community.published.CommunityImport;

/** {@code community}: what everybody may read of reviews, to and from other instances. */
@Command(
    name = "community",
    description = "Gives other instances what is public of the reviews here, and takes theirs in.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class CommunityCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new UsageException("Say what to do: worthwhile community export|import FILE");
  }

  @Command(
      name = "export",
      description = "Writes scores and pseudonymous ratings, signed and dated.",
      mixinStandardHelpOptions = true)
  int give(
      @Mixin Common common,
      @Parameters(paramLabel = "FILE") Path file,
      @Option(
              names = "--licence",
              paramLabel = "NAME",
              description = "under which others may use it (default: ${DEFAULT-VALUE})",
              defaultValue = "CC-BY-4.0")
          String licence,
      @Option(
              names = "--name",
              paramLabel = "ADDRESS",
              description = "of this instance (default: the setting base-url)")
          String name)
      throws IOException, GeneralSecurityException {
    Out out = Out.of(spec);
    String address =
        Optional.ofNullable(name)
            .or(common.settings()::baseUrl)
            .orElseThrow(
                () ->
                    new UsageException(
                        "Readers must know where it comes from: set base-url, or give --name."));
    try (Instance instance = Instance.open(common.settings(), out);
        Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      int requesters =
          CommunityExport.write(
              instance.store(), address, licence, instance.clock().instant(), writer);
      if (common.json()) out.json(Map.of("requesters", requesters));
      else out.say("%d requesters.", requesters);
      return 0;
    }
  }

  @Command(
      name = "import",
      description = "Takes in such a file: its figures stand beside those here, with their source.",
      mixinStandardHelpOptions = true)
  int take(
      @Mixin Common common,
      @Parameters(paramLabel = "FILE") Path file,
      @Option(names = "--new-key", description = "take another key of an instance that is known")
          boolean newKey)
      throws IOException, GeneralSecurityException {
    Out out = Out.of(spec);
    try (Instance instance = Instance.open(common.settings(), out)) {
      return switch (CommunityImport.read(instance.store(), file, newKey)) {
        case CommunityImport.Taken.Done(String from, int requesters, int news) -> {
          if (common.json()) out.json(Map.of("requesters", requesters, "new", news));
          else out.say("%d requesters of %s, %d of them new or changed.", requesters, from, news);
          yield 0;
        }
        case CommunityImport.Taken.Refused(String why) ->
            throw new UsageException(file + " is not taken: " + why + ".");
      };
    } catch (NoSuchFileException e) {
      throw new UsageException("There is no file " + file + ".");
    }
  }
}
