package worthwhile.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import worthwhile.posting.PostingJson;

/**
 * Asks a serving instance for one kind of search after the other. Each search is asked for once
 * after as many others of its kind, which are not counted.
 */
public final class SearchSpeed {
  /** Titles from which is learned which words are common. */
  private static final int LEARNED = 2_000;

  private static final int COMMON = 40;

  /** What is searched; the same order each time. */
  public enum Kind {
    TWO_WORDS("two words"),
    TWO_WORDS_AND_FILTERS("two words, 3 filters"),
    TWO_COMMON_WORDS("two common words"),
    FILTERS("filters only"),
    BY_PAY("a word, by pay"),
    FRONT("front page"),
    EVERYTHING("everything, each asked once"),
    DEEP("page 450 of a common word");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /**
   * Times of one kind of search.
   *
   * @param kind in words
   * @param searches how many were measured
   * @param tookMillis in the index, as the API tells it
   * @param apiMillis the API's whole answer
   * @param pageMillis the page's whole answer
   */
  public record Figures(
      String kind, int searches, Shares tookMillis, Shares apiMillis, Shares pageMillis) {}

  private final String url;
  private final InventedInstance invented;
  private final int searches;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<String> common;

  /** Asks the instance at this address, which holds these postings, so often for each kind. */
  public SearchSpeed(String url, InventedInstance invented, int searches) {
    this.url = url;
    this.invented = invented;
    this.searches = searches;
    this.common = commonWords();
  }

  private List<String> commonWords() {
    Map<String, Integer> counts = new HashMap<>();
    for (int n = 0; n < Math.min(LEARNED, invented.size()); n++)
      words(n).forEach(word -> counts.merge(word, 1, Integer::sum));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(COMMON)
        .map(Map.Entry::getKey)
        .toList();
  }

  private Stream<String> words(int number) {
    return Stream.of(invented.posting(number).title().toLowerCase(Locale.ROOT).split("\\W+"))
        .filter(word -> word.length() > 3)
        .distinct();
  }

  /** The times of one kind. */
  public Figures of(Kind kind) throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(kind.ordinal()).split();
    double[] took = new double[searches];
    double[] api = new double[searches];
    double[] page = new double[searches];
    for (int i = -searches; i < searches; i++) {
      String query = query(kind, random, i + searches);
      int at = Math.max(0, i);
      long start = System.nanoTime();
      String answer = get("api/v1/postings?" + query);
      api[at] = (System.nanoTime() - start) / 1e6;
      took[at] = PostingJson.MAPPER.readTree(answer).get("took_ms").asDouble();
      start = System.nanoTime();
      get("?" + query);
      page[at] = (System.nanoTime() - start) / 1e6;
    }
    return new Figures(kind.words, searches, Shares.of(took), Shares.of(api), Shares.of(page));
  }

  private String get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(url).resolve("/" + path)).build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200)
      throw new IOException(path + " was answered with status " + answer.statusCode());
    return answer.body();
  }

  private String query(Kind kind, SplittableRandom random, int number) {
    return switch (kind) {
      case TWO_WORDS -> q(twoOf(random));
      case TWO_WORDS_AND_FILTERS -> q(twoOf(random)) + "&platform=bench3&country=US&max_minutes=60";
      case TWO_COMMON_WORDS -> q(one(common, random) + " " + one(common, random));
      case FILTERS ->
          "category=survey&country=US&min_hourly="
              + (5 + random.nextInt(20))
              + "."
              + random.nextInt(10);
      case BY_PAY -> q(one(common, random)) + "&sort=hourly";
      case FRONT -> "size=20";
      case EVERYTHING -> "max_minutes=" + (1_000 + number);
      case DEEP -> q(common.get(0)) + "&page=450&size=" + (20 + number % 3);
    };
  }

  private String twoOf(SplittableRandom random) {
    List<String> words = words(random.nextInt(invented.size())).toList();
    return one(words, random) + " " + one(words, random);
  }

  private static String one(List<String> words, SplittableRandom random) {
    return words.isEmpty() ? "task" : words.get(random.nextInt(words.size()));
  }

  private static String q(String words) {
    return "q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
  }
}
