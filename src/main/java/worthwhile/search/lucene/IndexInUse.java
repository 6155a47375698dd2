package worthwhile.search.lucene;

import java.nio.file.Path;

/** Another process has the index open for writing: one that serves, or a crawl. */
public final class IndexInUse extends IllegalStateException {
  private static final long serialVersionUID = 1;

  IndexInUse(Path folder, Throwable cause) {
    super(
        "The index in "
            + folder.toAbsolutePath()
            + " is in use by another process: stop that one, or use another data folder.",
        cause);
  }
}
