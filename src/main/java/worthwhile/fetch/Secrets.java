package worthwhile.fetch;

import java.util.Optional;

/** Where the operator's keys are kept. */
@FunctionalInterface
public interface Secrets {
  /** No secret is set. */
  Secrets NONE = _ -> Optional.empty();

  /** The value of a secret by its name; absent if the operator has not set it. */
  Optional<String> secret(String name);
}
