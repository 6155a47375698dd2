package worthwhile.site.http;

import io.javalin.http.Handler;

/**
 * One address.
 *
 * @param path with {@code {name}} for one segment and {@code <name>} for ids that hold slashes
 * @param type media type of its answer; empty if the handler decides for itself
 * @param largestBody of a request, in bytes
 * @param isAsked whether its address may carry parameters; its handler says which
 */
public record Route(
    Method method, String path, String type, long largestBody, boolean isAsked, Endpoint endpoint) {
  /** Where the API stands. */
  public static final String API = "/api/v1";

  /** Largest body of a request, in bytes, unless a route says otherwise. */
  private static final long USUAL_BODY = 64 * 1024;

  private static final String JSON = "application/json";
  private static final String HTML = "text/html";

  /** How an address is asked. What is read by GET is answered to HEAD too. */
  public enum Method {
    GET,
    POST,
    PATCH,
    DELETE
  }

  /** A page for everybody. */
  public static Route page(String path, Handler handler) {
    return get(path, HTML, handler);
  }

  /** A page for those who have these rights. */
  public static Route page(String path, Needs needs, VisitorHandler handler) {
    return of(Method.GET, path, HTML, new Endpoint.Restricted(needs, handler));
  }

  /** A form that everybody may send. */
  public static Route form(String path, Handler handler) {
    return of(Method.POST, path, HTML, new Endpoint.Public(handler));
  }

  /** A form for those who have these rights. */
  public static Route form(String path, Needs needs, VisitorHandler handler) {
    return of(Method.POST, path, HTML, new Endpoint.Restricted(needs, handler));
  }

  /** A file for everybody, of a media type that its handler knows. */
  public static Route file(String path, Handler handler) {
    return get(path, "", handler);
  }

  /** A file for those who have these rights. */
  public static Route file(String path, Needs needs, VisitorHandler handler) {
    return of(Method.GET, path, "", new Endpoint.Restricted(needs, handler));
  }

  /** A call of the API, answered in JSON, for everybody. */
  public static Route call(String path, Handler handler) {
    return get(path, JSON, handler);
  }

  /** A call of the API by which everybody may do something, answered in JSON. */
  public static Route call(Method method, String path, Handler handler) {
    return call(method, path, new Endpoint.Public(handler));
  }

  /** A call of the API, answered in JSON, for those who have these rights. */
  public static Route call(Method method, String path, Needs needs, VisitorHandler handler) {
    return call(method, path, new Endpoint.Restricted(needs, handler));
  }

  /** Calls that do something say what in their body, not in their address. */
  private static Route call(Method method, String path, Endpoint endpoint) {
    return new Route(method, path, JSON, USUAL_BODY, method == Method.GET, endpoint);
  }

  /** Something that everybody may read. */
  public static Route get(String path, String type, Handler handler) {
    return of(Method.GET, path, type, new Endpoint.Public(handler));
  }

  /** Something for those who have these rights. */
  public static Route get(String path, String type, Needs needs, VisitorHandler handler) {
    return of(Method.GET, path, type, new Endpoint.Restricted(needs, handler));
  }

  private static Route of(Method method, String path, String type, Endpoint endpoint) {
    return new Route(method, path, type, USUAL_BODY, true, endpoint);
  }

  /** Whether it answers people, with a page. */
  public boolean isPage() {
    return type.equals(HTML);
  }

  /** The same with another limit for a request's body, in bytes. */
  public Route withLargestBody(long bytes) {
    return new Route(method, path, type, bytes, isAsked, endpoint);
  }

  /** The same with parameters in its address. */
  public Route asked() {
    return new Route(method, path, type, largestBody, true, endpoint);
  }
}
