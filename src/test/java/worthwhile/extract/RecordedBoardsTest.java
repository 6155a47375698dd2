package worthwhile.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import worthwhile.posting.DiscussionForumPosting;

/** Real boards of many makers, languages and skins, saved in 2014 to 2016. */
class RecordedBoardsTest extends RecordedPages {
  @Test
  void phpBbTopicForumAndIndexes() {
    List<DiscussionForumPosting> topic =
        posts(
            "family:phpbb",
            "boards/forum-phpbb/phpbb3_viewtopic_codjumper.html",
            "http://www.codjumper.com/forums/viewtopic.php?f=62&p=181352&t=16822");
    assertThat(topic)
        .extracting(DiscussionForumPosting::author)
        .containsExactly("nhatlam1804", "Xpayne");
    assertThat(topic).allMatch(post -> post.headline().equals("[ADDED] short and easy #3"));
    assertThat(topic.getLast())
        .isEqualTo(
            forumPost(
                "phpbb",
                "p181352",
                "http://www.codjumper.com/forums/viewtopic.php?p=181352#p181352",
                "[ADDED] short and easy #3",
                "Xpayne",
                "2016-01-20T18:40:00Z",
                "Thank you. Added."));
    List<DiscussionForumPosting> french =
        posts(
            "family:phpbb",
            "boards/forum-phpbb/phpbb2_viewforum_yalbert_fr.html",
            "http://yalbert.free.fr/phpbb2/viewforum.php?f=1");
    assertThat(french).hasSize(9);
    assertThat(french.get(2))
        .isEqualTo(
            forumPost(
                "phpbb",
                "topic-6",
                "http://yalbert.free.fr/phpbb2/viewtopic.php?t=6",
                "Thème du forum",
                "yalbert",
                "2005-02-23T22:18:00Z",
                null));
    assertThat(french.getFirst().datePublished()).as("only its newest answer is dated").isNull();
    List<DiscussionForumPosting> russian =
        posts(
            "family:phpbb",
            "boards/forum-phpbb/phpbb_index_spinkat_ru.html",
            "http://www.spinkat.ru/forum/index.php");
    assertThat(russian).hasSize(20).allMatch(post -> post.datePublished() != null);
    assertThat(russian.get(1).author()).isEqualTo("Лёха");
    assertThat(russian.get(1).datePublished()).isEqualTo("2015-08-29T20:50:00Z");
    assertThat(russian.get(1).url())
        .isEqualTo("http://www.spinkat.ru/forum/viewtopic.php?f=42&p=1244#p1244");
    List<DiscussionForumPosting> debian =
        posts(
            "family:phpbb",
            "boards/forum-phpbb/phpbb3_index_debian.html",
            "http://forums.debian.net/");
    assertThat(debian).hasSize(13).allMatch(post -> post.author() != null);
    assertThat(debian.get(1).identifier()).isEqualTo("p562662");
    assertThat(debian.get(1).datePublished()).isEqualTo("2014-12-06T00:46:00Z");
    assertThat(
            read(
                    "family:phpbb",
                    "boards/forum-phpbb/phpbb_login_spinkat_ru.html",
                    "http://www.spinkat.ru/forum/ucp.php?mode=login")
                .outcome())
        .isEqualTo("login-required");
  }

  @Test
  void vBulletinForumAndIndexes() {
    List<DiscussionForumPosting> threads =
        posts(
            "family:vbulletin",
            "boards/forum-vbulletin/vbulletin_forumdisplay_mazdaworld.html",
            "http://forums.mazdaworld.org/103-929/");
    assertThat(threads).hasSize(34).allMatch(post -> post.author() != null);
    assertThat(threads).filteredOn(post -> post.datePublished() != null).hasSize(11);
    assertThat(threads.get(20))
        .isEqualTo(
            forumPost(
                "vbulletin",
                "thread-316554",
                "http://forums.mazdaworld.org/103-929/316554-auto-trans.html",
                "Auto trans",
                "gamma500ww",
                "2015-12-03T16:43:00Z",
                null));
    List<DiscussionForumPosting> macs =
        posts(
            "family:vbulletin",
            "boards/forum-vbulletin/forums_macrumors_index.html",
            "http://forums.macrumors.com/");
    assertThat(macs).hasSize(34).allMatch(post -> post.author() != null);
    assertThat(macs.getFirst().headline())
        .isEqualTo("Eddy Cue Speaks on Apple's DRM Policies in iPod Antitrust Lawsuit");
    assertThat(macs.getFirst().datePublished()).isEqualTo("2026-11-23T17:18:00Z");
    assertThat(macs.getLast().datePublished()).isEqualTo("2012-09-20T11:28:00Z");
    assertThat(
            posts(
                "family:vbulletin",
                "boards/forum-vbulletin/vbulletin4_index_escmid.html",
                "http://forum.escmid.org/forum.php"))
        .containsExactly(
            forumPost(
                "vbulletin",
                "post-815",
                "http://forum.escmid.org/showthread.php?304-TAE-ID-Quiz-2014&p=815#post815",
                "TAE ID Quiz 2014",
                "Cortez-56260",
                "2014-04-23T01:36:00Z",
                null));
  }

  @Test
  void myBbAndSmfIndexes() {
    List<DiscussionForumPosting> pets =
        posts(
            "family:mybb",
            "boards/forum-mybb/mybb_index_pokemonpets.html",
            "http://forums.pokemonpets.com/");
    assertThat(pets).hasSize(53).allMatch(post -> post.author() != null);
    assertThat(pets).allMatch(post -> post.datePublished() != null);
    assertThat(pets.get(1))
        .isEqualTo(
            forumPost(
                "mybb",
                "Thread-More-than-30-days-inactive-authority-players-authority-taken-back-CM-SCM-etc",
                "http://forums.pokemonpets.com/Thread-More-than-30-days-inactive-authority-players-authority-taken-back-CM-SCM-etc?action=lastpost",
                "More than 30 days inactive authority players authority taken back - CM - SCM , etc",
                "Cpt. Obvious",
                "2015-10-26T11:44:00Z",
                null));
    assertThat(pets.get(3).datePublished()).as("Today 05:27 PM").isEqualTo("2026-11-23T17:27:00Z");
    List<DiscussionForumPosting> gardens =
        posts(
            "family:smf",
            "boards/forum-smf/smf_index_guerrillagardening.html",
            "http://guerrillagardening.org/community/index.php");
    assertThat(gardens).hasSize(55).allMatch(post -> post.datePublished() != null);
    assertThat(gardens.getFirst())
        .isEqualTo(
            forumPost(
                "smf",
                "topic-5936",
                "http://guerrillagardening.org/community/index.php?topic=5936.0",
                "Re: planting around street trees - new project",
                "melgibson",
                "2014-11-27T06:03:03Z",
                null));
    assertThat(gardens)
        .extracting(DiscussionForumPosting::headline)
        .contains("Re: GG in São Paulo");
  }

  @Test
  void vanillaDiscussionsAndWordPressComments() {
    List<DiscussionForumPosting> turkish =
        posts(
            "family:vanilla",
            "boards/forum-vanilla/vanilla_index_kanadam.html",
            "http://forum.kanadam.com/");
    assertThat(turkish).hasSize(31).allMatch(post -> post.author() != null);
    assertThat(turkish.getFirst().datePublished()).as("August 2011 names no day").isNull();
    assertThat(turkish.get(1))
        .isEqualTo(
            forumPost(
                "vanilla",
                "discussion-3053",
                "http://forum.kanadam.com/discussion/3053/family-class-pr-basvurulari-inland",
                "Family Class PR basvurulari (inland)",
                "Empire_State",
                "2025-12-03T00:00:00Z",
                null));
    List<DiscussionForumPosting> comments =
        posts(
            "family:vanilla",
            "boards/forum-vanilla/discussion_fightcopyrighttrolls.html",
            "http://fightcopyrighttrolls.com/discussions/general-issues/questions-from-an-anonymous-poster/");
    assertThat(comments)
        .hasSize(27)
        .allMatch(post -> post.headline().equals("Questions from an anonymous poster"));
    assertThat(comments.get(4).author()).isEqualTo("anon@anon.org");
    assertThat(comments.get(4).datePublished()).isEqualTo("2012-11-22T14:35:42Z");
    assertThat(comments.get(1).text())
        .isEqualTo("“wrong” is an ambiguous and relative term, otherwise agree — liable, yes.");
  }

  @Test
  void invisionTopic() {
    List<DiscussionForumPosting> topic =
        posts(
            "family:invision",
            "boards/forum-invision/ipb_topic_grasscity.html",
            "http://forum.grasscity.com/toking-tools-qa/1390809-bongs-vs-bubblers.html");
    assertThat(topic).hasSize(7).allMatch(post -> post.headline().equals("Bongs vs. Bubblers"));
    assertThat(topic)
        .extracting(DiscussionForumPosting::author)
        .startsWith("yertletheturtle420", "dankness420", "mistahsparklez")
        .endsWith("Dr.Fumbles", "ajroxit");
    assertThat(topic.get(5))
        .isEqualTo(
            forumPost(
                "invision",
                "post-22216023",
                "http://forum.grasscity.com/toking-tools-qa/1390809-bongs-vs-bubblers.html#entry22216023",
                "Bongs vs. Bubblers",
                "Dr.Fumbles",
                "2015-12-09T12:32:53Z",
                "That's false, lots of bubblers have removable bowls"));
  }

  @Test
  void devpostHackathons() {
    String file = "boards/devpost/hackathons_2026-07.json";
    pairs(
        jobs("devpost", file, "https://devpost.com/api/hackathons?page=1"),
        json(file).path("hackathons").values().stream().toList(),
        (item, row) -> {
          assertThat(item.identifier()).isEqualTo(row.path("id").asString());
          assertThat(item.title()).isEqualTo(row.path("title").asString());
          assertThat(item.url()).isEqualTo(row.path("url").asString());
          assertThat(item.hiringOrganization().name())
              .isEqualTo(row.path("organization_name").asString());
          String prize = row.path("prize_amount").asString().replaceAll("<[^>]*>", "");
          assertThat(item.description()).startsWith("Prizes in all: " + prize);
          assertThat(item.baseSalary()).as("a prize is no pay").isNull();
        });
    assertThat(jobs("devpost", file, "https://devpost.com/api/hackathons?page=1"))
        .extracting(item -> item.validThrough().toString().substring(0, 10))
        .containsExactly(
            "2026-08-17", "2026-07-21", "2026-08-01", "2026-07-24", "2026-07-26", "2026-10-11");
  }

  private static DiscussionForumPosting forumPost(
      String family,
      String identifier,
      String url,
      String headline,
      String author,
      String published,
      String text) {
    String source = "family:" + family;
    return new DiscussionForumPosting(
        source + ":" + identifier,
        source,
        "family",
        identifier,
        url,
        headline,
        author,
        Instant.parse(published),
        text,
        List.of(),
        null,
        List.of());
  }
}
