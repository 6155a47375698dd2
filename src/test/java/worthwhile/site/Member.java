package worthwhile.site;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import worthwhile.account.Account;
import worthwhile.account.Accounts;
import worthwhile.account.Scope;
import worthwhile.posting.PostingJson;

/** Somebody with an account and a token that may do everything. */
record Member(SiteFixture fixture, Account account, String token) {

  static Member join(SiteFixture fixture, String name) {
    Accounts accounts = new Accounts(fixture.store, SiteFixture.CLOCK);
    if (accounts.join(new Accounts.Wish(name, Optional.empty(), false))
        instanceof Accounts.Joined.In(Account account)) {
      String secret =
          accounts
              .tokens()
              .issue(account.id(), "test", EnumSet.allOf(Scope.class), Duration.ofDays(30))
              .secret();
      return new Member(fixture, account, secret);
    }
    throw new AssertionError(name);
  }

  HttpResponse<String> get(String path) {
    return send("GET", path, "");
  }

  HttpResponse<String> post(String path, String json) {
    return send("POST", path, json);
  }

  HttpResponse<String> patch(String path, String json) {
    return send("PATCH", path, json);
  }

  HttpResponse<String> delete(String path) {
    return send("DELETE", path, "");
  }

  JsonNode json(String path) {
    return read(get(path));
  }

  static JsonNode read(HttpResponse<String> answer) {
    return PostingJson.MAPPER.readTree(answer.body());
  }

  HttpResponse<String> send(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(fixture.site.url() + path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return fixture.client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
