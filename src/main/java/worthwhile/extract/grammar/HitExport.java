package worthwhile.extract.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import worthwhile.extract.rule.Draft;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.UnitText;
import worthwhile.source.Emits;
import worthwhile.source.SourceDefinition;
import worthwhile.text.pay.PayText;
import worthwhile.text.time.DurationText;

/**
 * Reads tasks that workers paste into forum posts: {@code Title: … Requester: NAME [ID] … Reward:
 * $x}, on lines or in a table, several in one post.
 */
final class HitExport {
  private static final String LABELS =
      "Title|Requester(?: Name)?|Requester ID|TO(?: Ratings?)?|Reward|Price|Pay(?:ment)?|Description|Duration|Time(?: Allotted| Limit)?|HITs? Available|Available|Qualifications?(?: Required)?|Link|Preview|Accept|PANDA|Contact|Keywords|Group ID|AA(?: In)?";
  private static final Pattern LABEL =
      Pattern.compile(
          "(?:^|\\n|(?<=[\\]})]) |(?<=\\d) (?=[A-Z]))\\s*(?:\\*+)?("
              + LABELS
              + ")\\s*(?:\\*+)?\\s*:[ \\t]*\\n?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ID =
      Pattern.compile("\\s*[\\[({]\\s*(A[A-Z0-9]{5,21})\\s*[\\])}].*$", Pattern.DOTALL);
  private static final Pattern TOOK =
      Pattern.compile(
          "\\b(?:took(?: me)?|takes|done in|finished in|my time[: ]|completed in)\\s+(?:about |around |like |just |only |under |less than |~|<)*([0-9:.]+(?:\\s*(?:-|to)\\s*[0-9.]+)?\\s*(?:h(?:ou)?rs?|m(?:in(?:ute)?s?)?|s(?:ec(?:ond)?s?)?)\\b(?:\\s*[0-9]+\\s*s(?:ec(?:ond)?s?)?\\b)?)",
          Pattern.CASE_INSENSITIVE);

  private static final PayText.Context REWARD =
      PayText.Context.field(Locale.US, Optional.of("USD"), Optional.of(UnitText.TASK));

  private HitExport() {}

  static Grammars.Read read(SourceDefinition source, Draft row) {
    boolean posts = source.emits() == Emits.DISCUSSION_FORUM_POSTING;
    String text = row.text(row.has("text") ? "text" : "description");
    List<Draft> tasks = text == null ? List.of() : tasks(text, row);
    if (posts) return new Grammars.Drafts(List.of(post(row, text, tasks)));
    return tasks.isEmpty() ? new Grammars.LeftOut() : new Grammars.Drafts(tasks);
  }

  /** The post itself, with the requesters it names and the first reward it states. */
  private static Draft post(Draft row, @Nullable String text, List<Draft> tasks) {
    Draft post = row.copy();
    if (!row.has("mentions"))
      post.put(
          "mentions",
          tasks.stream().flatMap(t -> t.texts("hiringOrganization").stream()).distinct().toList());
    tasks.stream()
        .map(task -> task.money("baseSalary"))
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .ifPresent(pay -> post.putIfAbsent("baseSalary", pay));
    if (text != null) took(text).ifPresent(time -> post.putIfAbsent("reportMinutes", time));
    return post;
  }

  private static Optional<java.time.Duration> took(String text) {
    Matcher matcher = TOOK.matcher(text);
    return matcher.find() ? DurationText.parse(matcher.group(1)) : Optional.empty();
  }

  // --- several tasks in one text

  private record Part(String label, String value) {}

  private static List<Draft> tasks(String text, Draft row) {
    List<List<Part>> blocks = new ArrayList<>();
    for (Part part : parts(text)) {
      boolean first = part.label().equals("title") || blocks.isEmpty();
      if (first && !(blocks.size() == 1 && onlyRequester(blocks.getFirst())))
        blocks.add(new ArrayList<>());
      blocks.getLast().add(part);
    }
    List<Draft> tasks = new ArrayList<>();
    for (List<Part> block : blocks) task(block, row, tasks.size()).ifPresent(tasks::add);
    if (tasks.size() == 1)
      took(text).ifPresent(time -> tasks.getFirst().put("reportMinutes", time));
    return tasks;
  }

  private static boolean onlyRequester(List<Part> block) {
    return block.stream().allMatch(part -> part.label().startsWith("requester"));
  }

  private static List<Part> parts(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher matcher = LABEL.matcher(text);
    String label = null;
    int from = 0;
    while (matcher.find()) {
      if (label != null) parts.add(new Part(label, text.substring(from, matcher.start()).strip()));
      label = matcher.group(1).toLowerCase(Locale.ROOT);
      from = matcher.end();
    }
    if (label != null) parts.add(new Part(label, text.substring(from).strip()));
    return parts;
  }

  /** A task needs a requester or a reward beside its title. */
  private static Optional<Draft> task(List<Part> block, Draft row, int before) {
    Draft task = row.copy().put("reportMinutes", null);
    boolean titled = false;
    boolean known = false;
    for (Part part : block) {
      String line = part.value().lines().findFirst().orElse("").strip();
      titled |= part.label().equals("title") && !line.isEmpty();
      known |= put(task, part, line);
    }
    if (!titled || !known) return Optional.empty();
    if (before > 0) task.put("identifier", row.text("identifier") + "-" + (before + 1));
    return Optional.of(task);
  }

  private static boolean put(Draft task, Part part, String line) {
    switch (part.label()) {
      case "title" ->
          task.put("title", line.replaceFirst("\\s*(?:\\|\\s*)?(?:Accept|PANDA)\\s*$", ""));
      case "requester", "requester name" -> {
        Matcher id = ID.matcher(line);
        if (id.find()) task.put("requesterId", id.group(1));
        task.put(
            "hiringOrganization",
            id.replaceFirst("").replaceFirst("\\s*(?:\\(?Contact\\)?|TO)\\s*$", "").strip());
        return !line.isEmpty();
      }
      case "requester id" -> task.put("requesterId", line);
      case "reward", "price", "pay", "payment" -> {
        Optional<MonetaryAmount> reward = reward(line);
        reward.ifPresent(pay -> task.put("baseSalary", pay));
        return reward.isPresent();
      }
      case "description" -> task.put("description", part.value());
      case "duration", "time", "time allotted", "time limit" ->
          DurationText.parse(line).ifPresent(time -> task.put("timeAllowed", time));
      case "hits available", "hit available", "available" -> {
        if (line.matches("[0-9]{1,8}")) task.put("totalJobOpenings", Integer.parseInt(line));
      }
      case "qualifications", "qualification", "qualifications required" ->
          task.put(
              "qualifications",
              java.util.Arrays.stream(line.split(";"))
                  .map(String::strip)
                  .filter(q -> !q.isEmpty() && !q.matches("(?i)none\\.?"))
                  .toList());
      default -> {}
    }
    return false;
  }

  private static Optional<MonetaryAmount> reward(String line) {
    return PayText.find(line, REWARD)
        .map(PayText.Found::amount)
        .map(
            pay ->
                new MonetaryAmount(
                    pay.currency(),
                    pay.minValue(),
                    pay.maxValue(),
                    pay.unitText(),
                    null,
                    line,
                    null));
  }
}
