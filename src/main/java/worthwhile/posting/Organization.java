package worthwhile.posting;

import org.jspecify.annotations.Nullable;

/**
 * Who offers the work (schema.org {@code hiringOrganization}): the requester.
 *
 * @param name as the source spells it
 * @param identifier the requester's id on the platform; null if not known
 * @param url the requester's page; null if not known
 */
public record Organization(
    @Nullable String name, @Nullable String identifier, @Nullable String url) {
  public Organization {
    if (name == null && identifier == null)
      throw new IllegalArgumentException("a requester needs a name or an identifier");
    url = WebLink.honest(url);
  }

  /** A requester of whom only the name is known. */
  public static Organization named(String name) {
    return new Organization(name, null, null);
  }
}
