package worthwhile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import worthwhile.command.Main;

/** Of all commands only the one that is called is looked at; nobody who calls one notices. */
class CalledCommandTest {
  @Test
  void theCalledCommandAloneIsLookedAtAndSaysWhatItSaysAmongAll() {
    CommandLine all = Main.commandLine();
    assertThat(all.getSubcommands()).hasSizeGreaterThan(20);
    for (String name : all.getSubcommands().keySet()) {
      if (name.equals("help")) continue;
      CommandLine alone = Main.commandLine(name, "--help");
      assertThat(alone.getSubcommands()).containsOnlyKeys(name);
      assertThat(alone.getSubcommands().get(name).getUsageMessage())
          .isEqualTo(all.getSubcommands().get(name).getUsageMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"help serve", "help", "--help", "serv", "nonsense serve"})
  void whoCallsNoCommandMeetsAll(String words) {
    String[] args = words.split(" ");
    assertThat(Main.commandLine(args).getSubcommands()).containsKeys("serve", "crawl", "doctor");
  }

  @Test
  void helpKnowsEveryCommandAndATypingErrorIsAnsweredWithWhatIsLike() {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said, true);
    String[] help = {"help", "parse-pay"};
    assertThat(Main.commandLine(help).setOut(out).execute(help)).isZero();
    assertThat(said.toString()).contains("Reads lines of text");
    String[] wrong = {"serv"};
    assertThat(Main.commandLine(wrong).setErr(out).execute(wrong)).isEqualTo(2);
    assertThat(said.toString()).contains("worthwhile serve");
  }
}
