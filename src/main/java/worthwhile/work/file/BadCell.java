package worthwhile.work.file;

/** A cell from which a row cannot be read: ends the row, not the file. */
final class BadCell extends Exception {
  private static final long serialVersionUID = 1L;

  private final String field;

  BadCell(String field, String reason) {
    super(reason, null, false, false);
    this.field = field;
  }

  String field() {
    return field;
  }
}
