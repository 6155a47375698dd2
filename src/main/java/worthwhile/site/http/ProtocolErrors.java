package worthwhile.site.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Requests that are no proper HTTP, refused by the server before any handler: one plain line. */
public final class ProtocolErrors extends ErrorHandler {
  private final Map<String, String> headers;

  /**
   * @param headers of every answer
   */
  public ProtocolErrors(Map<String, String> headers) {
    this.headers = Map.copyOf(headers);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    dress(response.getHeaders());
    int status = response.getStatus() < 400 ? 500 : response.getStatus();
    response.setStatus(status);
    Content.Sink.write(response, true, line(status), callback);
    return true;
  }

  /** The server offers no other place yet for a request that cannot be parsed. */
  @Override
  @SuppressWarnings("removal")
  public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
    dress(fields);
    return ByteBuffer.wrap(line(status).getBytes(StandardCharsets.US_ASCII));
  }

  private void dress(HttpFields.Mutable fields) {
    headers.forEach(fields::put);
    fields.put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
    fields.put(HttpHeader.CACHE_CONTROL, "no-store");
  }

  private static String line(int status) {
    return status + ": the request could not be understood or is too large.\n";
  }
}
