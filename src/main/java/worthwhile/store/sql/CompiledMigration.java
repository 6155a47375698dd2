package worthwhile.store.sql;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/** A step of the tables that is written in Java, where SQL alone cannot say it. */
public abstract class CompiledMigration implements JavaMigration {
  private final int version;
  private final String description;

  protected CompiledMigration(int version, String description) {
    this.version = version;
    this.description = description;
  }

  @Override
  public final MigrationVersion getVersion() {
    return MigrationVersion.fromVersion(Integer.toString(version));
  }

  @Override
  public final String getDescription() {
    return description;
  }

  @Override
  public final @Nullable Integer getChecksum() {
    return null; // It is compiled: there is no text to hold it to.
  }

  @Override
  public final boolean canExecuteInTransaction() {
    return true;
  }
}
