package org.namespan.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.trainer.corpus.CorpusFormats;

class CorpusOptionsTest {

  @TempDir private Path folder;

  private CommandRun split(Path data, Object... options) {
    Object[] args = new Object[7 + options.length];
    Object[] command = {"split", "--data", data, "--at", 1, "--out", folder};
    System.arraycopy(command, 0, args, 0, command.length);
    System.arraycopy(options, 0, args, command.length, options.length);
    return CommandRun.of(args);
  }

  @Test
  void tellsWhatWasRepairedAndWhichTextsWereLeftOut() throws IOException {
    Path data = folder.resolve("a.iob2");
    Files.writeString(data, "# text = a\n1\ta\tI-x\n\n# text = c\n1\tb\tO\n");
    assertEquals(
        data
            + ": 1 malformed spans, repaired by policy begin\n"
            + data
            + ": 1 sentences whose '# text' does not hold their tokens, left out\n",
        split(data).assertOk().err());
    assertEquals("# text = a\na\tB-x\n\n", Files.readString(folder.resolve("train.conll")));
  }

  /** All but the default format, which takes every other name. */
  @Test
  void helpNamesEveryFormatAndItsFileNames() {
    String help = CommandRun.of("split", "--help").assertOk().out();
    for (String name : CorpusFormats.names()) {
      assertTrue(help.contains(name.toLowerCase(Locale.ROOT)), name);
      for (String extension : CorpusFormats.named(name).extensions()) {
        assertTrue(help.contains(extension) || extension.equals(".conll"), extension);
      }
    }
  }

  @Test
  void takesTheFormatThatIsNamed() throws IOException {
    Path data = folder.resolve("a.txt");
    Files.writeString(data, "1 a O x\n\n1 b B-y x\n");
    split(data).assertRefused(data + ":1", "correct the tag or choose its column");
    for (String name : new String[] {"iob2", "IOB2"}) {
      split(data, "--format", name).assertOk();
      assertEquals("b\tB-y\n\n", Files.readString(folder.resolve("dev.conll")));
    }
    split(data, "--format", "brat")
        .assertNotUnderstood(
            "Invalid value for option '--format': expected one of [CONLL, IOB2, GMB]"
                + " (case-insensitive) but was 'brat'");
  }
}
