package worthwhile.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import worthwhile.crawl.BulkImport;
import worthwhile.posting.word.Worded;
import worthwhile.source.Platform;
import worthwhile.work.Merge;
import worthwhile.work.file.Column;
import worthwhile.work.file.Corrections;
import worthwhile.work.file.FileReading;
import worthwhile.work.file.Format;
import worthwhile.work.file.ImportReport;
import worthwhile.work.file.Mapping;
import worthwhile.work.file.Reader;
import worthwhile.work.file.WorkFile;
import worthwhile.work.file.raw.FileText;

/** {@code import}: a worker's own file, or postings in bulk. */
@Command(
    name = "import",
    description =
        "Takes in a worker's own history, or postings in bulk (jsonl). The same file twice adds"
            + " nothing.",
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
  private static final String POSTINGS = "jsonl";
  private static final int SHOWN = 20;

  /** Forms of a worker's own files, and that of postings. */
  private static final class Formats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.concat(Format.words().stream(), Stream.of(POSTINGS)).iterator();
    }
  }

  @Spec private CommandSpec spec;
  @Mixin private Common common;

  @Parameters(paramLabel = "FILE", description = "the file")
  private Path file;

  @Option(
      names = "--as",
      paramLabel = "FORMAT",
      required = true,
      completionCandidates = Formats.class,
      description = "${COMPLETION-CANDIDATES}; jsonl is postings, one JSON object on each line")
  private @Nullable String format;

  @Option(names = "--user", paramLabel = "NAME", description = "whose work it is; default: yours")
  private @Nullable String user;

  @Option(
      names = "--map",
      paramLabel = "MEANING=COLUMN",
      description =
          "which column means what (repeatable): title, started, submitted, minutes, elapsed,"
              + " reward, bonus, fee, currency, paid, status, requester, requester-id, identifier,"
              + " platform; two columns that belong together are joined by \" + \"; nothing behind the"
              + " equals sign takes a meaning away")
  private List<String> map = new ArrayList<>();

  @Option(names = "--platform", paramLabel = "P", description = "where no column names it")
  private @Nullable String platform;

  @Option(names = "--currency", paramLabel = "CODE", description = "where no cell names it")
  private @Nullable String currency;

  @Option(names = "--zone", paramLabel = "ZONE", description = "of times that carry none")
  private @Nullable String zone;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description = "of rows that tell none; default: pending")
  private @Nullable String status;

  @Option(names = "--dates", paramLabel = "ORDER", description = "day-first or month-first")
  private @Nullable String dates;

  @Option(names = "--decimals", paramLabel = "MARK", description = "comma or point")
  private @Nullable String decimals;

  @Option(names = "--dry-run", description = "says what would be done and changes nothing")
  private boolean dry;

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(file)) throw new UsageException("There is no file " + file + ".");
    Optional<Format> known = Format.of(format);
    if (known.isEmpty() && !POSTINGS.equals(format))
      throw new UsageException(
          "--as %s is not known. Allowed are %s."
              .formatted(format, String.join(", ", new Formats())));
    Out out = Out.of(spec);
    try (Instance instance = Instance.open(common.settings(), out)) {
      return known.isPresent() ? work(instance, known.get(), out) : postings(instance, out);
    }
  }

  private int work(Instance instance, Format as, Out out) throws IOException {
    String worker = Worker.id(instance, user);
    Reader reader =
        new Reader(
            worker,
            instance.store().workSettings().of(worker).zone().orElseGet(ZoneId::systemDefault),
            instance.clock().instant(),
            name -> instance.sources().platform(name).map(Platform::id));
    Corrections corrections = corrections();
    WorkFile.Wish wish =
        new WorkFile.Wish(
            file.getFileName().toString(),
            Optional.of(as),
            Optional.empty(),
            guess -> corrected(corrections, guess, reader));
    return switch (WorkFile.read(bytes(), wish, reader)) {
      case FileReading.Refused(String reason, var table, var mapping) -> {
        out.say("Nothing was imported. %s", reason);
        mapping.ifPresent(ways -> out.say("%s", ImportReport.Ways.of(ways, table).line()));
        yield 1;
      }
      case FileReading.Understood reading -> {
        Merge.Plan plan =
            dry
                ? instance.store().work().plan(worker, reading.rows())
                : instance.store().work().take(worker, reading.rows());
        tell(reading, plan, out);
        yield 0;
      }
    };
  }

  /** No more is read of a file that is too large than shows that it is. */
  private byte[] bytes() throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(FileText.MAX_BYTES + 1);
    }
  }

  private Corrections corrections() {
    Map<String, String> words = new HashMap<>();
    for (String pair : map) {
      String[] parts = pair.split("=", 2);
      if (parts.length < 2)
        throw new UsageException("--map " + pair + ": write --map title=COLUMN.");
      if (Worded.of(Column.class, parts[0]).isEmpty())
        throw new UsageException("--map " + pair + ": nothing is called " + parts[0] + ".");
      words.put(Corrections.COLUMN + parts[0], parts[1].isBlank() ? Corrections.NONE : parts[1]);
    }
    put(words, "platform", platform);
    put(words, "currency", currency);
    put(words, "zone", zone);
    put(words, "status", status);
    put(words, "dates", dates);
    put(words, "decimals", decimals);
    return new Corrections(words);
  }

  private static void put(Map<String, String> words, String name, @Nullable String value) {
    if (value != null) words.put(name, value);
  }

  private static Mapping corrected(Corrections corrections, Mapping guess, Reader reader) {
    try {
      return corrections.apply(guess, reader);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--" + e.getMessage());
    }
  }

  private void tell(FileReading.Understood reading, Merge.Plan plan, Out out) {
    if (common.json()) {
      out.json(ImportReport.of(reading, plan, dry));
      return;
    }
    reading
        .mapping()
        .ifPresent(mapping -> out.say("%s", ImportReport.Ways.of(mapping, reading.table()).line()));
    reading.rejected().stream()
        .limit(SHOWN)
        .forEach(r -> out.say("line %d, %s: not taken: %s", r.line(), r.field(), r.reason()));
    if (reading.rejected().size() > SHOWN)
      out.say("… and %d more (all with --json)", reading.rejected().size() - SHOWN);
    reading.remarks().stream()
        .limit(SHOWN)
        .forEach(r -> out.say("line %d: %s", r.line(), r.text()));
    out.say(
        "%s%d added, %d changed, %d known already, %d not taken.",
        dry ? "Would be: " : "",
        plan.added().size(),
        plan.changed().size(),
        plan.unchanged(),
        reading.rejected().size());
  }

  private int postings(Instance instance, Out out) throws IOException {
    BulkImport.Result result;
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      BulkImport bulk = new BulkImport(instance.tail(), instance.clock());
      result = bulk.read(lines, dry);
    } catch (java.nio.charset.CharacterCodingException e) {
      out.say("The file is not UTF-8 text throughout: what was read before that is imported.");
      return 1;
    }
    if (!dry && instance.indexIfFree().isPresent()) instance.indexer().catchUp();
    if (common.json()) out.json(result);
    else {
      result.rejected().stream()
          .limit(SHOWN)
          .forEach(r -> out.say("line %d: no posting: %s", r.line(), r.reason()));
      out.say(
          "%s%d postings: %d new, %d changed, %d lines not taken.",
          dry ? "Would be: " : "",
          result.rows(),
          result.added(),
          result.changed(),
          result.rejected().size());
    }
    return result.rows() == 0 && !result.rejected().isEmpty() ? 1 : 0;
  }
}
