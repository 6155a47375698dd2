package worthwhile.site;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody with a browser: keeps cookies, sends forms as this site's own pages do. */
final class Person {
  static final String PASSWORD = "lamp carrot thursday";

  private final SiteFixture fixture;
  private final Map<String, String> headers = new TreeMap<>();
  final Map<String, String> cookies = new LinkedHashMap<>();

  /** All cookies as they were set, with their attributes. */
  final List<String> set = new ArrayList<>();

  Person(SiteFixture fixture) {
    this.fixture = fixture;
    with("Sec-Fetch-Site", "same-origin");
    with("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
  }

  Person with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  Person at(String address) {
    return with("X-Forwarded-For", address);
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  Document page(String path) {
    return Jsoup.parse(get(path).body());
  }

  /** Sends a form of name and value pairs. */
  HttpResponse<String> post(String path, String... fields) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2)
      form.append(form.isEmpty() ? "" : "&")
          .append(fields[i])
          .append('=')
          .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
  }

  /** Sends JSON. */
  HttpResponse<String> json(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(fixture.site.url() + path))
            .timeout(Duration.ofSeconds(30));
    headers.forEach(request::setHeader);
    if (!cookies.isEmpty())
      request.header(
          "Cookie",
          String.join(
              "; ",
              cookies.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue()).toList()));
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          fixture.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      answer.headers().allValues("Set-Cookie").forEach(this::keep);
      return answer;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void keep(String cookie) {
    set.add(cookie);
    String[] pair = cookie.split(";", 2)[0].split("=", 2);
    if (cookie.contains("Max-Age=0")) cookies.remove(pair[0]);
    else cookies.put(pair[0], pair[1]);
  }

  /** Makes an account; returns the recovery codes. */
  List<String> signUp(String name) {
    var answer = post("/account/sign-up", "name", name, "password", PASSWORD, "email", "");
    if (answer.statusCode() != 200) throw new AssertionError(answer.body());
    return Jsoup.parse(answer.body()).select(".codes code").eachText();
  }

  HttpResponse<String> signIn(String name, String password) {
    return post("/account/sign-in", "name", name, "password", password);
  }

  /** Names of the cookies that the browser holds. */
  Set<String> cookieNames() {
    return Set.copyOf(cookies.keySet());
  }

  String session() {
    return cookies.get("worthwhile");
  }
}
