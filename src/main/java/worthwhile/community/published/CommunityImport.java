package worthwhile.community.published;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import worthwhile.posting.AggregateRating;
import worthwhile.posting.AggregateRatingBuilder;
import worthwhile.posting.Conduct;
import worthwhile.posting.PostingJson;
import worthwhile.posting.RequesterId;
import worthwhile.store.Store;

/**
 * Takes in what another instance gives out. Its figures stand beside ours with their source, date
 * and licence, and enter no score.
 */
public final class CommunityImport {
  private static final int AT_ONCE = 500;

  private final Store store;
  private final Path file;
  private final boolean newKey;
  private String last = "";

  private CommunityImport(Store store, Path file, boolean newKey) {
    this.store = store;
    this.file = file;
    this.newKey = newKey;
  }

  /** What became of a file. */
  public sealed interface Taken {
    /**
     * It was taken in.
     *
     * @param requesters that it tells of
     * @param news how many say something new
     */
    record Done(String instance, int requesters, int news) implements Taken {}

    /** It was not, and nothing was changed. */
    record Refused(String why) implements Taken {}
  }

  /** The first line of a file. */
  private record Header(String format, String instance, Instant date, String licence) {}

  /**
   * Checks all of it first, then takes it in. The key of an instance is remembered.
   *
   * @param newKey whether an instance that is known may come with another key
   */
  public static Taken read(Store store, Path file, boolean newKey)
      throws IOException, GeneralSecurityException {
    return new CommunityImport(store, file, newKey).read();
  }

  private Taken read() throws IOException, GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    String first = each(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
    byte[] sum = digest.digest();
    try {
      JsonNode seal = PostingJson.MAPPER.readTree(last);
      String key = seal.path("key").asString("");
      boolean isWhole =
          HexFormat.of().formatHex(sum).equals(seal.path("sha256").asString(""))
              && SigningKey.isSigned(sum, seal.path("signature").asString(""), key);
      if (!isWhole)
        return new Taken.Refused(
            "the signature in its last line does not fit: it was changed, or cut off. Ask for it"
                + " anew");
      Header header = PostingJson.MAPPER.readValue(first, Header.class);
      return refusal(header, key).<Taken>map(Taken.Refused::new).orElseGet(() -> take(header, key));
    } catch (JacksonException | IllegalArgumentException | DateTimeParseException e) {
      return new Taken.Refused("it is no export of a community: " + e.getMessage());
    }
  }

  private Optional<String> refusal(Header header, String key) {
    if (!CommunityExport.FORMAT.equals(header.format()) || header.date() == null)
      return Optional.of("its first line does not say " + CommunityExport.FORMAT);
    if (header.instance() == null || header.instance().isBlank() || header.licence() == null)
      return Optional.of("its first line does not say of which instance and licence it is");
    boolean isOther =
        store.meta().get(name(header)).filter(known -> !known.equals(key)).isPresent();
    return isOther && !newKey
        ? Optional.of(
            "it is signed by another key than what came from "
                + header.instance()
                + " before. Ask its operator; with --new-key it is taken")
        : Optional.empty();
  }

  private static String name(Header header) {
    return "community-key of " + header.instance();
  }

  private Taken take(Header header, String key) {
    int[] counts = new int[2];
    List<AggregateRating> some = new ArrayList<>();
    try {
      String unused =
          each(
              line -> {
                rating(header, PostingJson.MAPPER.readTree(line)).ifPresent(some::add);
                if (some.size() >= AT_ONCE) store(some, counts);
              });
    } catch (IOException e) {
      return new Taken.Refused("it cannot be read any more: " + e.getMessage());
    }
    store(some, counts);
    store.meta().put(name(header), key);
    return new Taken.Done(header.instance(), counts[0], counts[1]);
  }

  private void store(List<AggregateRating> some, int[] counts) {
    counts[0] += some.size();
    counts[1] += store.ratings().put(some);
    some.clear();
  }

  private static Optional<AggregateRating> rating(Header header, JsonNode line) {
    Optional<RequesterId> requester = RequesterId.parse(line.path("requester").asString(""));
    if (requester.isEmpty()) return Optional.empty();
    Conduct conduct = PostingJson.MAPPER.treeToValue(line.path("reputation"), Conduct.class);
    RequesterId id = requester.get();
    String source = "community " + header.instance();
    AggregateRatingBuilder rating =
        AggregateRatingBuilder.builder()
            .id(source + ":" + id)
            .source(source)
            .platform(source)
            .identifier(id.key())
            .itemReviewed(
                new AggregateRating.Reviewed(
                    line.path("name").asString(id.key()), id.platform(), id.key()))
            .ratingValue(Map.of("reputation", conduct.score()))
            .bestRating(BigDecimal.ONE)
            .worstRating(BigDecimal.ZERO)
            .reviewCount(conduct.n())
            .author(header.instance() + " (" + header.licence() + ")")
            .url(header.instance() + "/requesters/" + id)
            .dateModified(header.date());
    return Optional.of(rating.build());
  }

  /** Gives every line but the last, which is kept; answers the first. */
  private String each(Consumer<String> to) throws IOException {
    String first = "";
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      String before = null;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (before == null) first = line;
        else to.accept(before);
        before = line;
      }
      last = before == null ? "" : before;
    }
    return first;
  }
}
