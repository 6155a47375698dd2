package worthwhile.alert.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.util.RawValue;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.Silence;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingJson;

/** A message as a program reads it. */
public final class WebhookBody {
  /** Written a short time ago: in a burst each posting goes to many. */
  private static final RecentTexts POSTINGS =
      new RecentTexts(posting -> PostingJson.write(posting.offered()));

  private WebhookBody() {}

  private record Body(String type, String timestamp, Object data) {}

  private record Name(String id, String name) {}

  private record Found(
      Name savedSearch,
      String reason,
      @JsonInclude(JsonInclude.Include.ALWAYS) List<RawValue> postings) {}

  private record Silent(Name savedSearch, String reason, List<Source> sources) {}

  private record Source(String platform, String name, String lastRead) {}

  /** Written in one go: this is done for every message, and postings are long. */
  public static String of(AlertMessage message) {
    boolean sources = message.reason() == AlertReason.SOURCES;
    Map.Entry<String, String> search = message.searches().entrySet().iterator().next();
    Name name = new Name(search.getKey(), search.getValue());
    String reason = message.reason().word();
    Object data =
        sources
            ? new Silent(name, reason, message.silent().stream().map(WebhookBody::source).toList())
            : new Found(
                name,
                reason,
                message.matches().stream().map(match -> raw(match.posting())).toList());
    return PostingJson.MAPPER.writeValueAsString(
        new Body(sources ? "sources.silent" : "postings.matched", message.at().toString(), data));
  }

  private static RawValue raw(Posting posting) {
    return new RawValue(POSTINGS.of(posting));
  }

  private static Source source(Silence silence) {
    return new Source(silence.platform(), silence.name(), silence.since().toString());
  }
}
