package worthwhile.source;

/** How a source may be read. */
public enum Access {
  /** Crawled without login. */
  PUBLIC,
  /** An official interface, with the operator's key. */
  KEY,
  /** Only inside a worker's login: the worker's own browser forwards what it already loaded. */
  SESSION,
  /** The worker's own file. */
  EXPORT,
  /** Only in the platform's own app: nothing to read. */
  APP,
  /** The platform or the stream has closed. */
  CLOSED
}
