package worthwhile.community.published;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.posting.Conduct;
import worthwhile.posting.PostingJson;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.Rating;
import worthwhile.store.Store;
import worthwhile.store.posting.Requesters;

/**
 * What everybody may read of a community's reviews, for other instances: JSON Lines, first what it
 * is, then a line for each known requester and each rating, last a signature of all before.
 */
public final class CommunityExport {
  /** What the first line says that it is. */
  static final String FORMAT = "worthwhile-community-1";

  private final Store store;
  private final Writer out;
  private final MessageDigest digest;

  private CommunityExport(Store store, Writer out) throws GeneralSecurityException {
    this.store = store;
    this.out = out;
    digest = MessageDigest.getInstance("SHA-256");
  }

  /**
   * Writes it.
   *
   * @param instance address of the instance
   * @param licence under which others may use it
   * @return how many requesters stand in it
   */
  public static int write(Store store, String instance, String licence, Instant now, Writer out)
      throws GeneralSecurityException {
    return new CommunityExport(store, out).write(instance, licence, now);
  }

  private int write(String instance, String licence, Instant now) throws GeneralSecurityException {
    Map<String, Conduct> known = new TreeMap<>();
    store
        .statements(each -> each.conducts().all())
        .forEach(
            (id, conduct) -> {
              if (conduct.isKnown()) known.put(id.toString(), conduct);
            });
    line(
        PostingJson.MAPPER
            .createObjectNode()
            .put("format", FORMAT)
            .put("instance", instance)
            .put("date", now.toString())
            .put("licence", licence)
            .put("requesters", known.size()));
    known.forEach(this::requester);
    new PublicRatings(store, now).each(this::rating);
    SigningKey key = SigningKey.of(store);
    byte[] sum = digest.digest();
    put(
        PostingJson.MAPPER
                .createObjectNode()
                .put("sha256", HexFormat.of().formatHex(sum))
                .put("key", key.shown())
                .put("signature", key.sign(sum))
            + "\n");
    return known.size();
  }

  private void requester(String id, Conduct conduct) {
    ObjectNode node = PostingJson.MAPPER.createObjectNode().put("requester", id);
    RequesterId.parse(id)
        .flatMap(store.requesters()::known)
        .flatMap(known -> known.names().stream().findFirst())
        .map(Requesters.Name::name)
        .ifPresent(name -> node.put("name", name));
    node.set("reputation", PostingJson.MAPPER.valueToTree(conduct));
    line(node);
  }

  private void rating(Rating rating) {
    ObjectNode node = PostingJson.MAPPER.createObjectNode();
    node.set("rating", PostingJson.MAPPER.valueToTree(rating));
    line(node);
  }

  private void line(JsonNode node) {
    String line = node + "\n";
    digest.update(line.getBytes(StandardCharsets.UTF_8));
    put(line);
  }

  private void put(String line) {
    try {
      out.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
