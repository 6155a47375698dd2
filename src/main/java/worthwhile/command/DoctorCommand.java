package worthwhile.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import worthwhile.Common;
import worthwhile.Instance;
import worthwhile.Out;
import worthwhile.Settings;
import worthwhile.TextTable;
import worthwhile.search.lucene.SearchIndex;
import worthwhile.source.read.Sources;
import worthwhile.store.source.RateTables;
import worthwhile.store.source.RateTables.Publisher;
import worthwhile.store.sql.Integrity;

/** {@code doctor}: what an operator should know before asking why something does not work. */
@Command(
    name = "doctor",
    description = "Prints every setting with where it came from, and checks what can be checked.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Common common;

  private record Finding(String what, boolean good, String detail) {}

  @Override
  public Integer call() {
    Settings settings = common.anySettings();
    List<Finding> findings = findings(settings);
    if (common.json()) json(settings, findings);
    else print(settings, findings);
    return findings.stream().allMatch(Finding::good) ? 0 : 1;
  }

  private List<Finding> findings(Settings settings) {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        new Finding("Java", Runtime.version().feature() >= 25, Runtime.version().toString()));
    findings.add(folder(settings.data()));
    findings.add(contact(settings));
    Sources sources = Sources.load(settings.scrapers());
    findings.add(definitions(settings, sources));
    if (Files.isDirectory(settings.data())) findings.addAll(stored(settings, sources));
    return findings;
  }

  private static Finding folder(Path data) {
    Path existing = Files.exists(data) ? data : data.toAbsolutePath().getParent();
    boolean good = existing != null && Files.isWritable(existing);
    return new Finding(
        "data folder",
        good,
        data + (good ? " can be written" : " cannot be written: choose another with --data"));
  }

  private static Finding contact(Settings settings) {
    boolean good = settings.loopbackOnly() || settings.contact().isPresent();
    String detail =
        settings
            .contact()
            .orElse(
                good
                    ? "none; a personal instance on loopback may crawl without"
                    : "none: an instance that listens beyond loopback does not crawl without; set contact");
    return new Finding("contact", good, detail);
  }

  private static Finding definitions(Settings settings, Sources sources) {
    boolean good = sources.problems().isEmpty() && !sources.all().isEmpty();
    String detail =
        sources.problems().isEmpty()
            ? sources.all().size() + " sources in " + settings.scrapers()
            : String.join("; ", sources.problems().stream().map(Object::toString).toList());
    return new Finding("definitions", good, detail);
  }

  private List<Finding> stored(Settings settings, Sources sources) {
    List<Finding> findings = new ArrayList<>();
    if (settings.isDatabaseEmptyFile())
      findings.add(
          new Finding(
              "database",
              false,
              settings.database()
                  + " has no bytes: bring back the last backup (worthwhile restore FILE --replace),"
                  + " or delete the file to begin anew"));
    else findings.addAll(opened(settings, sources));
    findings.add(index(settings));
    return findings;
  }

  private List<Finding> opened(Settings settings, Sources sources) {
    List<Finding> findings = new ArrayList<>();
    try (Instance instance = Instance.open(settings, sources, Clock.systemUTC())) {
      findings.add(database(settings, instance));
      findings.add(rates(instance));
      var missing = new TreeSet<String>();
      sources.all().forEach(source -> missing.addAll(source.secrets()));
      missing.removeIf(instance.secrets()::has);
      findings.add(
          new Finding(
              "secrets",
              true,
              missing.isEmpty() ? "all set" : "not set: " + String.join(", ", missing)));
    } catch (RuntimeException e) {
      findings.add(new Finding("database", false, String.valueOf(e.getMessage())));
    }
    return findings;
  }

  private static Finding database(Settings settings, Instance instance) {
    String opens = settings.database() + " opens; revision %d; ";
    return switch (instance.store().integrity()) {
      case Integrity.Sound(String how) ->
          new Finding(
              "database",
              true,
              opens.formatted(instance.store().postings().revision()) + "nothing wrong: " + how);
      case Integrity.Damaged(String message) -> new Finding("database", false, message);
    };
  }

  private static Finding index(Settings settings) {
    Path folder = settings.data().resolve("index");
    return SearchIndex.damage(folder)
        .map(
            damage ->
                new Finding(
                    "index",
                    false,
                    folder + " is damaged: " + damage + ". Build it anew: worthwhile reindex"))
        .orElseGet(() -> new Finding("index", true, indexSize(settings)));
  }

  /** Old rates are no fault: a machine without network keeps those that it has. */
  private static Finding rates(Instance instance) {
    RateTables tables = instance.store().rateTables();
    LocalDate today = LocalDate.now(instance.clock());
    LocalDate bank = tables.rates().date();
    String failed = trouble(tables, Publisher.BANK, "; fetching newer ones failed: ");
    String world = tables.rates().worldDate().map(day -> world(tables, day, today)).orElse("");
    String detail = "of the European Central Bank, %s, %s%s%s";
    return new Finding(
        "exchange rates", true, detail.formatted(bank, age(bank, today), failed, world));
  }

  private static String world(RateTables tables, LocalDate day, LocalDate today) {
    String missed = trouble(tables, Publisher.WORLD, "; newer ones could not be had: ");
    return "; for other currencies of the currency-api project, %s, %s%s"
        .formatted(day, age(day, today), missed);
  }

  private static String age(LocalDate day, LocalDate today) {
    return ChronoUnit.DAYS.between(day, today) + " days old";
  }

  private static String trouble(RateTables tables, Publisher publisher, String what) {
    return tables.standing(publisher).trouble().map(why -> what + why).orElse("");
  }

  private static String indexSize(Settings settings) {
    Path index = settings.data().resolve("index");
    if (!Files.isDirectory(index))
      return "none yet; it is built from the database at the next start";
    try (var files = Files.walk(index)) {
      long bytes = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) bytes += Files.size(file);
      return index + " holds " + bytes / 1024 + " KiB";
    } catch (IOException e) {
      return index + " cannot be read: " + e.getMessage();
    }
  }

  private void print(Settings settings, List<Finding> findings) {
    Out out = Out.of(spec);
    Map<Settings.Key, Settings.Value> shown = settings.shown();
    TextTable.print(
        out,
        List.of("setting", "value", "from", "meaning"),
        java.util.Arrays.stream(Settings.Key.values())
            .map(
                key -> {
                  Settings.Value value =
                      Objects.requireNonNull(shown.get(key), "Settings show each of their keys");
                  return List.of(key.id, value.text(), value.origin(), key.meaning);
                })
            .toList());
    out.say("");
    findings.forEach(f -> out.say("%s %s: %s", f.good() ? "ok  " : "FAIL", f.what(), f.detail()));
  }

  private void json(Settings settings, List<Finding> findings) {
    Out out = Out.of(spec);
    settings
        .shown()
        .forEach(
            (key, value) -> {
              Map<String, Object> row = new LinkedHashMap<>();
              row.put("setting", key.id);
              row.put("value", value.text());
              row.put("from", value.origin());
              out.json(row);
            });
    findings.forEach(out::json);
  }
}
