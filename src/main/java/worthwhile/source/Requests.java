package worthwhile.source;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import worthwhile.text.Escaped;

/** Builds the requests that a definition asks for; secrets stay placeholders. */
public final class Requests {
  private static final Pattern UNSAFE = Pattern.compile("[\\s\"<>\\\\^`{|}\\[\\]]");

  private Requests() {}

  /**
   * The first request of a run; absent if the source is not crawled, or only with secrets that are
   * not there.
   *
   * @param secrets names of the secrets that the operator has
   * @param at when the run begins
   */
  public static Optional<PageRequest> first(
      SourceDefinition source, Set<String> secrets, Instant at) {
    if (!secrets.containsAll(source.secrets())) return Optional.empty();
    PageRules listing = source.listing();
    Optional<Ask> ask =
        listing
            .withKey()
            .filter(key -> secrets.containsAll(key.secrets()))
            .map(PageRules.WithKey::ask)
            .or(listing::ask);
    return ask.flatMap(found -> numbered(found, source, 1, Map.of(), at));
  }

  /**
   * The requests that ask about these requesters, each about as many as the source takes at once;
   * empty if it asks about none, or only with secrets that are not there.
   *
   * @param ids the requesters' ids on the platform that the source asks about
   */
  public static List<PageRequest> about(
      SourceDefinition source, Set<String> secrets, List<String> ids, Instant at) {
    Optional<Pagination.Known> known = known(source);
    if (known.isEmpty() || !secrets.containsAll(source.secrets())) return List.of();
    int size = known.get().size();
    List<PageRequest> requests = new ArrayList<>();
    for (int n = 1; n <= known.get().last() && (n - 1) * size < ids.size(); n++) {
      List<String> some = ids.subList((n - 1) * size, Math.min(ids.size(), n * size));
      numbered(source.listing().ask().get(), source, n, Map.of("ids", String.join(",", some)), at)
          .ifPresent(requests::add);
    }
    return requests;
  }

  /** How a source asks about requesters that are known already; absent if it does not. */
  public static Optional<Pagination.Known> known(SourceDefinition source) {
    return source
        .listing()
        .ask()
        .map(Ask::paging)
        .filter(Pagination.Known.class::isInstance)
        .map(Pagination.Known.class::cast);
  }

  /**
   * The request of a listing's n-th page, for ways of paging that need no earlier answer or whose
   * inserts are given.
   *
   * @param n from 1
   * @param inserts values by insert name, beside page, offset, size and at-epoch
   */
  public static Optional<PageRequest> numbered(
      Ask ask, SourceDefinition source, int n, Map<String, String> inserts, Instant at) {
    Map<String, String> values = new LinkedHashMap<>(inserts);
    values.put("at-epoch", Long.toString(at.getEpochSecond()));
    switch (ask.paging()) {
      case Pagination.Numbers numbers -> {
        values.put("page", Integer.toString(numbers.first() + n - 1));
        numbers.size().ifPresent(size -> values.put("size", Integer.toString(size)));
      }
      case Pagination.Offsets offsets -> {
        values.put("offset", Integer.toString(offsets.offset() + (n - 1) * offsets.size()));
        values.put("size", Integer.toString(offsets.size()));
        values.put("page", Integer.toString(n));
      }
      case Pagination.Cursor cursor -> values.putIfAbsent("cursor", cursor.start());
      case Pagination.Single single -> {}
      case Pagination.Follow follow -> {}
      case Pagination.NextUrl next -> {}
      case Pagination.LinkHeader header -> {}
      case Pagination.Known known -> {}
    }
    return build(ask, source, values, new PageKind.Listing(n));
  }

  /** The request of a listing's n-th page at an address that the page before it named. */
  public static Optional<PageRequest> at(Ask ask, SourceDefinition source, int n, URI url) {
    Map<String, String> headers = headers(ask, source, name -> Optional.empty());
    return Optional.of(
        new PageRequest(
            url, ask.method(), Optional.empty(), headers, new PageKind.Listing(n), ask.auth()));
  }

  /**
   * The request of one row's own page; absent if the source has none, or the row lacks what it
   * needs.
   *
   * @param row the row's field texts by name
   */
  public static Optional<PageRequest> detail(
      SourceDefinition source, Map<String, String> row, Instant at) {
    Map<String, String> values = new LinkedHashMap<>();
    row.forEach((name, text) -> values.put("row:" + name, text));
    values.put("at-epoch", Long.toString(at.getEpochSecond()));
    return source
        .detail()
        .flatMap(PageRules::ask)
        .flatMap(ask -> build(ask, source, values, new PageKind.Detail()));
  }

  private static Optional<PageRequest> build(
      Ask ask, SourceDefinition source, Map<String, String> values, PageKind page) {
    Function<String, Optional<String>> plain = name -> value(name, values);
    Optional<URI> url = url(ask.url(), values);
    Optional<String> body = ask.body().flatMap(template -> template.fill(plain));
    if (url.isEmpty() || (ask.body().isPresent() && body.isEmpty())) return Optional.empty();
    return Optional.of(
        new PageRequest(
            url.get(), ask.method(), body, headers(ask, source, plain), page, ask.auth()));
  }

  private static Map<String, String> headers(
      Ask ask, SourceDefinition source, Function<String, Optional<String>> values) {
    Map<String, String> headers = new LinkedHashMap<>(source.fetch().headers());
    ask.headers()
        .forEach(
            (name, template) ->
                template
                    .fill(insert -> secret(insert).or(() -> values.apply(insert)))
                    .ifPresent(v -> headers.put(name, v)));
    if (ask.body().isPresent()) headers.putIfAbsent("Content-Type", "application/json");
    return headers;
  }

  private static Optional<String> value(String name, Map<String, String> values) {
    return secret(name).or(() -> Optional.ofNullable(values.get(name)));
  }

  private static Optional<String> secret(String name) {
    return name.startsWith("secret:") ? Optional.of("{" + name + "}") : Optional.empty();
  }

  /** Inserts are encoded, unless the address begins with one. */
  private static Optional<URI> url(Template template, Map<String, String> values) {
    boolean[] first = {true};
    StringBuilder url = new StringBuilder();
    for (Template.Part part : template.parts()) {
      Optional<String> text = part.insert() ? value(part.text(), values) : Optional.of(part.text());
      if (text.isEmpty()) return Optional.empty();
      boolean raw = !part.insert() || first[0] || part.text().startsWith("secret:");
      url.append(raw ? text.get() : Escaped.inAddress(text.get()));
      first[0] = false;
    }
    return uri(url.toString());
  }

  /** An address as pages write it, made a legal one; absent if it cannot be. */
  public static Optional<URI> uri(String text) {
    String legal =
        UNSAFE
            .matcher(text.strip())
            .replaceAll(match -> Matcher.quoteReplacement(Escaped.inAddress(match.group())));
    try {
      return Optional.of(new URI(legal));
    } catch (java.net.URISyntaxException e) {
      return Optional.empty();
    }
  }
}
