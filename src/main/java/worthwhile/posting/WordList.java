package worthwhile.posting;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The facts of a posting that are lists of words. Whoever reads, merges or compares postings goes
 * through these, so that another such fact is named here and nowhere else on its way.
 */
public enum WordList {
  SKILLS("skills", JobPosting::skills, JobPostingBuilder::skills),
  COUNTRIES(
      "applicantLocationRequirements",
      JobPosting::applicantLocationRequirements,
      JobPostingBuilder::applicantLocationRequirements),
  INELIGIBLE("ineligibleRegion", JobPosting::ineligibleRegion, JobPostingBuilder::ineligibleRegion),
  QUALIFICATIONS("qualifications", JobPosting::qualifications, JobPostingBuilder::qualifications),
  DEVICES("devices", JobPosting::devices, JobPostingBuilder::devices);

  private final String field;
  private final Function<JobPosting, List<String>> words;
  private final BiConsumer<JobPostingBuilder, List<String>> setter;

  WordList(
      String field,
      Function<JobPosting, List<String>> words,
      BiConsumer<JobPostingBuilder, List<String>> setter) {
    this.field = field;
    this.words = words;
    this.setter = setter;
  }

  /** Name in the source language and in JSON. */
  public String field() {
    return field;
  }

  /** Whether the words are codes of countries. */
  public boolean holdsCountries() {
    return this == COUNTRIES || this == INELIGIBLE;
  }

  /** What a posting says; empty if it says nothing. */
  public List<String> of(JobPosting posting) {
    return words.apply(posting);
  }

  /** Lets a posting that is being built say this. */
  public void set(JobPostingBuilder posting, List<String> said) {
    setter.accept(posting, said);
  }
}
