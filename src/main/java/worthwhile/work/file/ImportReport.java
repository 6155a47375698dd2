package worthwhile.work.file;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import worthwhile.work.Merge;

/**
 * What an import came to, as JSON for programs.
 *
 * @param dry whether nothing was stored
 * @param unchanged rows that said nothing new
 */
public record ImportReport(
    String format,
    @JsonProperty("dry_run") boolean dry,
    int added,
    int changed,
    int unchanged,
    @JsonInclude(ALWAYS) List<FileReading.Rejected> rejected,
    @JsonInclude(ALWAYS) List<FileReading.Remark> remarks) {

  /** What was read, with what was stored of it or would be. */
  public static ImportReport of(FileReading.Understood read, Merge.Plan plan, boolean dry) {
    return new ImportReport(
        read.format().word(),
        dry,
        plan.added().size(),
        plan.changed().size(),
        plan.unchanged(),
        read.rejected(),
        read.remarks());
  }
}
