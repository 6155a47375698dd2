package worthwhile.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Posts of a subreddit from a table, put into the shapes in which Reddit answers. */
final class RedditPosts {
  private static final JsonMapper JSON = new JsonMapper();

  private RedditPosts() {}

  /** One post; the title as the table has it, entities and all. */
  record Post(
      String id, String title, String text, String flair, String permalink, String created) {}

  /** A body and what it says it is. */
  record Answer(String contentType, String body) {}

  static List<Post> read(Path table) {
    List<List<String>> rows = cells(table);
    List<String> names = rows.getFirst();
    List<Post> posts = new ArrayList<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      Map<String, String> cell = new HashMap<>();
      for (int i = 0; i < names.size(); i++) cell.put(names.get(i), row.get(i));
      posts.add(
          new Post(
              cell.get("id"),
              cell.get("title"),
              cell.get("selftext"),
              cell.get("link_flair_text"),
              cell.get("permalink"),
              cell.get("created_utc")));
    }
    return posts;
  }

  /** RFC 4180: quotes doubled inside quotes, line feeds inside quotes. */
  private static List<List<String>> cells(Path table) {
    String text = text(table);
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && text.startsWith("\"\"", i)) {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else if (quoted || c != '\r') {
        cell.append(c);
      }
    }
    return rows;
  }

  private static String text(Path table) {
    try {
      return Files.readString(table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@code GET /r/NAME/new} answers. */
  static Answer listing(List<Post> posts) {
    ObjectNode root = JSON.createObjectNode().put("kind", "Listing");
    ArrayNode children = root.putObject("data").putNull("after").putArray("children");
    for (Post post : posts) children.addObject().put("kind", "t3").set("data", data(post));
    return new Answer("application/json", root.toString());
  }

  /** As archives answer. */
  static Answer archive(List<Post> posts) {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode data = root.putArray("data");
    for (Post post : posts) data.add(data(post));
    return new Answer("application/json", root.toString());
  }

  private static ObjectNode data(Post post) {
    ObjectNode data =
        JSON.createObjectNode()
            .put("id", post.id())
            .put("title", post.title())
            .put("selftext", post.text())
            .put("permalink", post.permalink())
            .put("created_utc", new BigDecimal(post.created()));
    return post.flair().isEmpty()
        ? data.putNull("link_flair_text")
        : data.put("link_flair_text", post.flair());
  }

  /** As the feed of a subreddit looks. */
  static Answer feed(List<Post> posts) {
    String entries =
        posts.stream()
            .map(
                post ->
                    "<entry><author><name>/u/somebody</name></author><id>t3_%s</id><link href=\"%s\"/><published>%s</published><title>%s</title></entry>"
                        .formatted(
                            post.id(),
                            escaped(post.permalink()),
                            when(post),
                            escaped(post.title())))
            .collect(Collectors.joining("\n"));
    return new Answer(
        "application/atom+xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><feed xmlns=\"http://www.w3.org/2005/Atom\">"
            + entries
            + "</feed>");
  }

  private static Instant when(Post post) {
    return Instant.ofEpochSecond(new BigDecimal(post.created()).longValue());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
