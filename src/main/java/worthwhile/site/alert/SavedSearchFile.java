package worthwhile.site.alert;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.alert.Wanted;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.posting.PostingJson;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.site.http.Answer;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.Urls;
import worthwhile.site.http.Visitor;

/** Saved searches as a file that can be taken elsewhere and back; nothing secret is in it. */
final class SavedSearchFile {
  static final long LARGEST = 2_000_000;
  private static final String SEARCHES = "savedSearches";

  private final AlertDesk desk;

  SavedSearchFile(AlertDesk desk) {
    this.desk = desk;
  }

  void export(Context ctx, Visitor visitor) {
    List<SavedSearch> all = desk.searches().of(visitor.account().id());
    Map<Long, Recipient> recipients = desk.searches().recipients(all);
    ObjectNode file = SavedSearchJson.object();
    ArrayNode searches = file.putArray(SEARCHES);
    all.forEach(search -> searches.add(portable(search, recipients)));
    ctx.header("Content-Disposition", "attachment; filename=\"alerts.json\"");
    Answer.own(ctx, file.toString());
  }

  /** As a program would write it, with the channels that hold no secret. */
  private static ObjectNode portable(SavedSearch search, Map<Long, Recipient> recipients) {
    ObjectNode json = SavedSearchJson.of(search, Map.of(), List.of(), "");
    json.remove(List.of("id", "created", "changed", "trouble", "sources"));
    ArrayNode channels = json.putArray("channels");
    for (long number : search.channels())
      Optional.ofNullable(recipients.get(number))
          .map(Recipient::destination)
          .ifPresent(to -> portable(to, channels));
    return json;
  }

  private static void portable(Destination to, ArrayNode channels) {
    switch (to) {
      case Destination.Feed _ -> channels.addObject().put("type", "feed");
      case Destination.Mail(String mailbox, var _) ->
          channels.addObject().put("type", "mail").put("address", mailbox);
      case Destination.Webhook webhook ->
          channels.addObject().put("type", "webhook").put("url", webhook.url().toString());
      case Destination.Telegram(String chat, var _) ->
          channels.addObject().put("type", "telegram").put("chat", chat);
      // Whoever knows these addresses can write there; a browser subscribes by itself.
      case Destination.Ntfy _, Destination.Discord _, Destination.Push _ -> {}
    }
  }

  /** Takes each that can be taken; one that she has already makes no second. */
  void take(Context ctx, Visitor visitor) {
    String account = visitor.account().id();
    int taken = 0;
    int known = 0;
    List<String> refused = new ArrayList<>();
    for (JsonNode each : searches(ctx)) {
      String name = each.path("name").asString("?");
      try {
        Wanted wanted = SavedSearchReader.read(each);
        if (desk.searches().of(account).stream().anyMatch(own -> isSame(own, wanted))) known++;
        else {
          Optional<String> why = refusal(desk.searches().add(account, wanted));
          if (why.isEmpty()) taken++;
          else refused.add(name + ": " + why.get());
        }
      } catch (HttpRefusal wrong) {
        refused.add(name + ": " + wrong.getMessage());
      }
    }
    if (!refused.isEmpty())
      throw new HttpRefusal(
          400,
          "Not all taken",
          AlertWords.imported(taken, known)
              + " "
              + String.join(" ", refused.subList(0, Math.min(10, refused.size()))));
    ctx.redirect(
        Urls.of(
            "/alerts",
            Map.of(
                "taken", List.of(Integer.toString(taken)),
                "known", List.of(Integer.toString(known)))),
        HttpStatus.SEE_OTHER);
  }

  private static Optional<String> refusal(Wanted.Outcome outcome) {
    return switch (outcome) {
      case Wanted.Outcome.Kept _ -> Optional.empty();
      case Wanted.Outcome.Refused(List<Mistake> mistakes) -> Optional.of(AlertDesk.words(mistakes));
      case Wanted.Outcome.Absent _ -> Optional.of("absent");
    };
  }

  private static boolean isSame(SavedSearch own, Wanted wanted) {
    return own.name().equals(wanted.name()) && own.query().equals(wanted.query());
  }

  private static JsonNode searches(Context ctx) {
    UploadedFile file = ctx.uploadedFile("file");
    if (file == null) throw unread("Choose a file that was exported here.");
    try (InputStream in = file.content()) {
      JsonNode searches = PostingJson.MAPPER.readTree(in).path(SEARCHES);
      if (!searches.isArray())
        throw unread("The file has no list " + SEARCHES + ": choose one that was exported here.");
      return searches;
    } catch (JacksonException e) {
      throw unread("The file is no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw unread("The file could not be read; send it again.");
    }
  }

  private static HttpRefusal unread(String why) {
    return new HttpRefusal(400, "Not taken", why);
  }
}
