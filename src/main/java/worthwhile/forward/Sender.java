package worthwhile.forward;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Who passes something on.
 *
 * @param account id
 * @param created when the account was made
 * @param network from where it is told; absent where that is not known
 * @param trusted whether it needs no second worker and has no limit: the owner of a personal
 *     instance, or an operator
 */
public record Sender(String account, Instant created, Optional<String> network, boolean trusted) {
  public Sender {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(created, "created");
    Objects.requireNonNull(network, "network");
  }
}
