package worthwhile.fetch.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import worthwhile.source.Stop;
import worthwhile.source.Stop.Kind;

/** One HTTP exchange, without cookies, referrer, redirects or retries, within strict limits. */
public final class Wire implements AutoCloseable {
  /** What came of an exchange. */
  public sealed interface Result {
    /** An answer with a whole body. Header names are in lower case. */
    record Answer(int status, Map<String, String> headers, byte[] body) implements Result {
      public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
      }
    }

    /** No answer that can be used. */
    record Failure(Stop stop) implements Result {}
  }

  /**
   * One request, secrets filled in.
   *
   * @param timeout for the whole exchange, connecting included
   * @param reading what becomes of a body that is longer than {@code maxBytes} or cannot be read
   */
  public record Call(
      URI url,
      String method,
      Map<String, String> headers,
      Optional<byte[]> body,
      Duration timeout,
      long maxBytes,
      Reading reading) {
    private boolean cuts() {
      return reading != Reading.WHOLE;
    }
  }

  /** How much of an answer is wanted. */
  public enum Reading {
    /** All of it, or none. */
    WHOLE,
    /** As much of it as is allowed. */
    BEGINNING,
    /** Its status: a body that cannot be read is taken for none. */
    STATUS_COUNTS
  }

  private final Map<String, URI> mapped;
  private final PublicAddresses names;
  private final WireClient open;
  private final WireClient local;
  private final ScheduledThreadPoolExecutor watch;

  /** A wire that asks the system for addresses. */
  public static Wire of(Map<String, URI> mapped, int atOnce) {
    return new Wire(mapped, SystemDefaultDnsResolver.INSTANCE, atOnce);
  }

  public Wire(Map<String, URI> mapped, DnsResolver names) {
    this(mapped, names, 1);
  }

  /**
   * A wire.
   *
   * @param mapped hosts with their stand-ins, the only ones that may lie on loopback
   * @param atOnce connections to one host
   */
  public Wire(Map<String, URI> mapped, DnsResolver names, int atOnce) {
    this.mapped = mapped;
    this.names = new PublicAddresses(names);
    this.open = new WireClient(this.names, atOnce);
    this.local = new WireClient(SystemDefaultDnsResolver.INSTANCE, atOnce);
    this.watch =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("fetch-deadline").factory());
    watch.setRemoveOnCancelPolicy(true);
  }

  /** Whether a host has a stand-in. */
  public boolean isMapped(URI url) {
    return standIn(url).isPresent();
  }

  /**
   * Whether nothing is ever sent there, because it leads into a network of its own; a name that is
   * not found now may be later.
   */
  public boolean isClosed(URI url) {
    if (isMapped(url)) return false;
    try {
      return names.resolve(url.getHost()).length == 0;
    } catch (PublicAddresses.NotPublic closed) {
      return true;
    } catch (UnknownHostException unknown) {
      return false;
    }
  }

  private Optional<URI> standIn(URI url) {
    String host = url.getHost().toLowerCase(Locale.ROOT);
    return Optional.ofNullable(mapped.get(host + ":" + url.getPort()))
        .or(() -> Optional.ofNullable(mapped.get(host)));
  }

  /** Sends one request and reads the whole answer. */
  public Result send(Call call) {
    Optional<URI> standIn = standIn(call.url());
    HttpUriRequestBase request = request(call, standIn);
    AtomicBoolean late = new AtomicBoolean();
    ScheduledFuture<?> deadline = deadline(call, request, late);
    WireClient client = standIn.isPresent() ? local : open;
    try (ClassicHttpResponse response =
        client.get().executeOpen(target(call, standIn), request, null)) {
      return answer(call, request, response);
    } catch (IOException e) {
      return new Result.Failure(failure(call, e, late.get()));
    } catch (IllegalStateException e) { // the deadline took its connection away just now
      return new Result.Failure(failure(call, new IOException(e.getMessage(), e), late.get()));
    } catch (IllegalArgumentException e) {
      return new Result.Failure(
          new Stop(Kind.UNACCEPTABLE, call.url() + " is no address: " + e.getMessage()));
    } finally {
      deadline.cancel(false);
    }
  }

  private ScheduledFuture<?> deadline(Call call, HttpUriRequestBase request, AtomicBoolean late) {
    Runnable abort =
        () -> {
          late.set(true);
          request.cancel();
        };
    return watch.schedule(abort, call.timeout().toMillis(), TimeUnit.MILLISECONDS);
  }

  private static HttpHost target(Call call, Optional<URI> standIn) {
    URI to = standIn.orElse(call.url());
    return new HttpHost(to.getScheme().toLowerCase(Locale.ROOT), to.getHost(), to.getPort());
  }

  /** The request keeps the original host in its Host header; only the way there differs. */
  private static HttpUriRequestBase request(Call call, Optional<URI> standIn) {
    URI url = call.url();
    String scheme = standIn.orElse(url).getScheme();
    String prefix = standIn.map(URI::getRawPath).orElse("").replaceFirst("/$", "");
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    String authority = url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
    URI sent = URI.create(scheme + "://" + authority + prefix + path + query);
    HttpUriRequestBase request = new HttpUriRequestBase(call.method(), sent);
    call.headers().forEach(request::setHeader);
    call.body().ifPresent(body -> request.setEntity(new ByteArrayEntity(body, type(call))));
    Timeout timeout = Timeout.of(call.timeout());
    request.setConfig(
        RequestConfig.custom()
            .setResponseTimeout(timeout)
            .setConnectionRequestTimeout(timeout)
            .setAuthenticationEnabled(false)
            .setProtocolUpgradeEnabled(false)
            .build());
    return request;
  }

  private static ContentType type(Call call) {
    return call.headers().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase("content-type"))
        .findFirst()
        .map(header -> ContentType.parseLenient(header.getValue()))
        .orElse(ContentType.APPLICATION_JSON);
  }

  private static Result answer(Call call, HttpUriRequestBase request, ClassicHttpResponse response)
      throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (Header header : response.getHeaders())
      headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
    HttpEntity entity = response.getEntity();
    if (entity == null) return new Result.Answer(response.getCode(), headers, new byte[0]);
    try (InputStream content = entity.getContent()) {
      byte[] body = body(call, request, response, content);
      return new Result.Answer(response.getCode(), headers, body);
    } catch (IOException unread) {
      if (call.reading() != Reading.STATUS_COUNTS) throw unread;
      return new Result.Answer(response.getCode(), headers, new byte[0]);
    }
  }

  private static byte[] body(
      Call call, HttpUriRequestBase request, ClassicHttpResponse response, InputStream content)
      throws IOException {
    boolean whole = false;
    HttpEntity entity = response.getEntity();
    try {
      if (entity.getContentLength() > call.maxBytes() && !call.cuts())
        throw new BoundedBody.Refused(
            entity.getContentLength() + " bytes, longer than " + call.maxBytes());
      String codings =
          Arrays.stream(response.getHeaders("content-encoding"))
              .map(Header::getValue)
              .collect(Collectors.joining(","));
      byte[] body = new BoundedBody(call.maxBytes(), call.cuts()).read(content, codings);
      whole = body.length < call.maxBytes();
      return body;
    } finally {
      // What is not wanted is not drained either: closing the stream would read it to its end.
      if (!whole) request.cancel();
    }
  }

  private static Stop failure(Call call, IOException e, boolean late) {
    String host = call.url().getHost();
    if (late) return unavailable(host + " took longer than " + call.timeout().toMillis() + " ms");
    return switch (e) {
      case BoundedBody.Refused refused ->
          new Stop(
              Kind.UNACCEPTABLE,
              "the answer of " + host + " is not taken: " + refused.getMessage());
      case PublicAddresses.NotPublic _ ->
          new Stop(
              Kind.UNACCEPTABLE, host + " leads to an address that is not on the public internet");
      case MessageConstraintException _ ->
          new Stop(
              Kind.UNACCEPTABLE, "the answer of " + host + " has too many or too long headers");
      case UnknownHostException _ -> unavailable("the name " + host + " is not found");
      case SocketTimeoutException _ -> unavailable(host + " did not answer in time");
      case ConnectException _ -> unavailable(host + " refused the connection");
      case SSLException ssl -> unavailable("no secure way to " + host + ": " + ssl.getMessage());
      case ZipException _ -> unavailable("the answer of " + host + " cannot be decompressed");
      case ConnectionClosedException _ -> unavailable("the answer of " + host + " ended early");
      case EOFException _ -> unavailable("the answer of " + host + " ended early");
      case IOException other ->
          unavailable(
              "talking to "
                  + host
                  + " failed: "
                  + other.getClass().getSimpleName()
                  + ", "
                  + other.getMessage());
    };
  }

  private static Stop unavailable(String reason) {
    return new Stop(Kind.UNAVAILABLE, reason);
  }

  @Override
  public void close() {
    watch.shutdownNow();
    open.close();
    local.close();
  }
}
