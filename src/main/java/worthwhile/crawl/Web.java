package worthwhile.crawl;

import worthwhile.fetch.FetchOutcome;
import worthwhile.fetch.Validators;
import worthwhile.source.PageRequest;
import worthwhile.source.SourceDefinition;

/** Where pages come from: the network, or the recorded fixtures of a demonstration. */
@FunctionalInterface
public interface Web {
  /** One request, answered as a value whatever happens. */
  FetchOutcome fetch(PageRequest request, SourceDefinition source, Validators validators);
}
