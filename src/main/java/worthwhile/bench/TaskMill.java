package worthwhile.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import worthwhile.posting.bench.InventedPostings;

/**
 * A platform on loopback that shows invented tasks, 20 on a page and at most 100 pages in a list,
 * each list a source of its own; all of them on one host.
 */
final class TaskMill implements AutoCloseable {
  static final int ROWS = 20;
  private static final int OF_ONE = 100;
  private static final String HOST = "mill.example";

  static {
    // else the JDK's server waits up to 40 ms with the last piece of each page
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final MillPages form;
  private final int pages;
  private final Map<String, byte[]> bodies = new HashMap<>();

  /** A mill that shows the first tasks of a world in this form on so many pages. */
  TaskMill(MillPages form, int pages, InventedPostings world) {
    this.form = form;
    this.pages = pages;
    for (int list = 0; list * OF_ONE < pages; list++)
      bodies.put(
          "/" + list + "?page=" + (last(list) + 1),
          form.page(world, 0, 0).getBytes(StandardCharsets.UTF_8));
    for (int page = 0; page < pages; page++)
      bodies.put(
          "/" + page / OF_ONE + "?page=" + (1 + page % OF_ONE),
          form.page(world, page * ROWS, ROWS).getBytes(StandardCharsets.UTF_8));
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("no port of this machine could be listened on", e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(workers);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = bodies.get(exchange.getRequestURI().toString());
      if (body == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", form.type());
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** What its host stands for, as the setting wants it. */
  String mapping() {
    return HOST + "=http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Writes what reads it into a folder of definitions. */
  void define(Path scrapers) throws IOException {
    Path folder = Files.createDirectories(scrapers.resolve("mill"));
    Files.writeString(
        folder.resolve("platform.yml"),
        "id: mill\nname: Mill\nkind: board\nstatus: open\naccess: public\n");
    for (int list = 0; list * OF_ONE < pages; list++)
      Files.writeString(folder.resolve("mill-" + list + ".source.yml"), definition(list));
  }

  /** The number of a list's last page with tasks; an empty one follows. */
  private int last(int list) {
    return Math.min(OF_ONE, pages - list * OF_ONE);
  }

  private String definition(int list) {
    return """
    schema: 1
    id: mill-%1$d
    name: Mill %1$d
    emits: JobPosting
    homepage: https://%2$s/
    maintainers: [worthwhile]
    about: {operator: Mill, access: public, official-api: none, governed-by: robots, checked: 2026-11-01}
    locale: en-US
    timezone: UTC
    fetch: {every: 30m, delay: 5s}
    contract: {rows: [1, %4$d], always: [identifier, title, url], tolerate: 1}
    listing:
      url: https://%2$s/%1$d?page={page}
      pages: {first: 1, last: %3$d}
    %5$s"""
        .formatted(list, HOST, last(list) + 1, OF_ONE * ROWS, form.rules());
  }

  @Override
  public void close() {
    server.stop(0);
    workers.close();
  }
}
