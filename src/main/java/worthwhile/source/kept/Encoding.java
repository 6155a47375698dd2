package worthwhile.source.kept;

/** How values of one type are written, and read again. */
interface Encoding {
  void write(Object value, BytesOut to);

  /**
   * The value that was written.
   *
   * @throws IllegalArgumentException if that is no such value
   */
  Object read(BytesIn from);
}
