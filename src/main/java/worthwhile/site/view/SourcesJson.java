package worthwhile.site.view;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.posting.PostingJson;
import worthwhile.posting.word.Worded;
import worthwhile.site.http.Urls;
import worthwhile.store.source.SourceStates;

/** Sources in JSON. */
public final class SourcesJson {
  private SourcesJson() {}

  /** What a reader of results needs: how fresh each source is, or was a second ago. */
  public static ArrayNode brief(SiteInstance instance) {
    ArrayNode array = PostingJson.MAPPER.createArrayNode();
    instance.recentStandings().forEach(standing -> array.add(brief(standing)));
    return array;
  }

  private static ObjectNode brief(SiteInstance.Standing standing) {
    ObjectNode node = PostingJson.MAPPER.createObjectNode();
    node.put("source", standing.source().id());
    put(node, "last_success", standing.state().lastSuccess());
    node.put("state", standing.condition());
    return node;
  }

  /** Everything that the status page shows. */
  public static ObjectNode full(SiteInstance.Standing standing, long postings) {
    SourceStates.State state = standing.state();
    ObjectNode node = brief(standing);
    node.put("name", standing.source().name());
    node.put("platform", standing.source().platform());
    node.put("access", Worded.wordOf(standing.source().about().access()));
    standing
        .reason()
        .ifPresent(reason -> node.put("reason", reason.text()).put("reasonCode", reason.code()));
    node.put("reading", standing.running().isPresent());
    node.put("postings", postings);
    put(node, "last_run", state.lastRun());
    put(node, "next_run", standing.nextRun());
    state.interval().ifPresent(interval -> node.put("interval", interval.toString()));
    node.put("failures", state.failures());
    standing.source().homepage().flatMap(Urls::web).ifPresent(url -> node.put("homepage", url));
    standing.source().about().terms().flatMap(Urls::web).ifPresent(url -> node.put("terms", url));
    standing.source().about().attribution().ifPresent(text -> node.put("attribution", text));
    return node;
  }

  private static void put(ObjectNode node, String name, Optional<Instant> instant) {
    instant.ifPresent(value -> node.put(name, value.toString()));
  }
}
