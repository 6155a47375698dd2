package worthwhile.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.source.card.Domain;
import worthwhile.source.read.Sources;

/** The cards that are shipped. */
class PlatformCardsTest {
  private static final Sources SOURCES = Sources.load(Path.of("scrapers"));

  @ParameterizedTest
  @CsvSource({
    "Amazon Mechanical Turk, mturk",
    "MTurk, mturk",
    "Clickworker, clickworker",
    "Swagbucks, swagbucks",
    "Appen, crowdgen",
    "Appen Connect, crowdgen",
    "CrowdGen, crowdgen",
    "Figure Eight, crowdgen",
    "figure-eight, crowdgen",
    "CrowdFlower, crowdgen",
    "Microworkers, microworkers",
    "Prolific, prolific",
    "prolific.co, prolific",
    "Upwork, upwork",
    "oDesk, upwork",
    "Rev, rev",
    "TaskRabbit, taskrabbit",
    "Etsy, etsy",
    "Freelancer, freelancer",
    "Field Agent, field-agent",
    "Gigwalk, gigwalk",
    "Kaggle, kaggle",
    "InnoCentive, wazoku-crowd",
    "Wazoku Crowd, wazoku-crowd",
    "Reddit, reddit",
    "Facebook Groups, facebook-groups",
    "MicroWorkersGuide, microworkers-guide",
    "TurkerView, turkerview",
    "Turkopticon, turkopticon",
    "Toloka, toloka",
    "Mindrift, mindrift",
    "SproutGigs, sproutgigs",
    "Picoworkers, sproutgigs",
    "RapidWorkers, rapidworkers",
    "CloudResearch Connect, cloudresearch-connect",
    "TurkPrime, cloudresearch-connect",
    "UHRS, uhrs",
    "OneForma, oneforma",
    "Centific, oneforma",
    "TELUS Digital AI Community, telus-ai",
    "TELUS International AI, telus-ai",
    "Lionbridge AI, telus-ai",
    "DataAnnotation, dataannotation",
    "Outlier, outlier",
    "Remotasks, remotasks",
    "Neevo, neevo",
    "UserTesting, usertesting",
    "uTest, utest",
    "Testbirds, testbirds",
    "Respondent, respondent",
    "User Interviews, user-interviews",
    "JumpTask, jumptask",
    "TimeBucks, timebucks",
    "ySense, ysense",
    "ClixSense, ysense",
    "Mercor, mercor",
    "Devpost, devpost",
    "USAJOBS, usajobs",
    "Adzuna, adzuna",
    "Hacker News, hacker-news",
    "Remote OK, remoteok",
    "Remotive, remotive",
    "Arbeitnow, arbeitnow",
    "Himalayas, himalayas",
    "Jobicy, jobicy",
    "We Work Remotely, weworkremotely"
  })
  void everyNameLeadsToItsCard(String name, String id) {
    assertThat(SOURCES.platform(name)).map(Platform::id).contains(id);
  }

  @Test
  void everyCardSaysWhatAWorkerHasToKnow() {
    assertThat(SOURCES.problems()).isEmpty();
    for (Platform card : SOURCES.platforms()) {
      assertThat(card.facts()).as("facts of %s", card.id()).isNotEmpty();
      assertThat(card.summary()).as("summary of %s", card.id()).isPresent();
      assertThat(card.accessReason()).as("why %s is read so", card.id()).isPresent();
      assertThat(card.kind()).isIn(Platform.KINDS);
      if (!List.of("open", "waitlist").contains(card.status()))
        assertThat(card.statusReason()).as("what became of %s", card.id()).isPresent();
    }
  }

  @Test
  void whatStandsInTheTableIsShort() {
    for (Platform card : SOURCES.platforms())
      for (String line :
          List.of(
              card.payLine("unit").orElse(""),
              card.payLine("currency").orElse(""),
              card.payoutLine("minimum").orElse(""),
              card.payoutLine("delay").orElse("")))
        assertThat(line).as("a line of %s", card.id()).hasSizeLessThanOrEqualTo(75);
  }

  @Test
  void successorsAndAlternativesHaveCardsAndLiveOn() {
    for (Platform card : SOURCES.platforms()) {
      card.successor()
          .ifPresent(
              next -> {
                assertThat(SOURCES.platform(next)).as(card.id()).map(Platform::id).contains(next);
                assertThat(card.status()).isEqualTo("merged");
              });
      for (String other : card.instead())
        assertThat(SOURCES.platform(other)).as(card.id()).get().matches(Platform::alive);
    }
  }

  @Test
  void everyCardNamesItsDomainsAndNoneThatAnotherCallsALookAlike() {
    Set<String> own = new HashSet<>();
    for (Platform card : SOURCES.platforms())
      for (Domain domain : card.particulars().domains(Domain.Use.OWN)) own.add(domain.name());
    for (Platform card : SOURCES.platforms()) {
      if (card.homepage().isPresent())
        assertThat(card.particulars().domains(Domain.Use.OWN)).as(card.id()).isNotEmpty();
      assertThat(card.particulars().domains(Domain.Use.LOOK_ALIKE))
          .as(card.id())
          .extracting(Domain::name)
          .doesNotContainAnyElementsOf(own);
    }
  }

  @Test
  void noNameBelongsToTwoCards() {
    Map<String, String> owner = new HashMap<>();
    for (Platform card : SOURCES.platforms())
      card.names().stream()
          .map(Platform::slug)
          .distinct()
          .forEach(
              name ->
                  assertThat(owner.merge(name, card.id(), (one, other) -> one + " and " + other))
                      .as(name)
                      .isEqualTo(card.id()));
  }
}
