package org.namespan.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands with which "Train your own" in the README begins, in one epoch. */
class ReadmeWalkTest {

  private static final Path ROOT = Path.of("..");

  @TempDir private Path runs;

  @Test
  void leadsFromAnExportToAModelAndItsScores() throws IOException {
    List<String> walk = walk();
    assertEquals(
        List.of("convert", "split", "train", "evaluate"),
        walk.stream().map(command -> command.split(" ")[1]).toList());
    String scores = "";
    for (String command : walk) {
      List<Object> arguments = new ArrayList<>();
      Arrays.stream(command.split(" ")).skip(1).map(this::placed).forEach(arguments::add);
      if (arguments.contains("train")) {
        arguments.addAll(List.of("--epochs", 1));
      }
      scores = CommandRun.of(arguments.toArray()).assertOk().out();
    }
    for (String type : List.of("brand", "fault", "part", "price", "size")) {
      assertTrue(scores.lines().anyMatch(line -> line.startsWith(type + " ")), scores);
    }
    // The model learns its tokenizer from the sentences as they were typed.
    String learned = Files.readString(runs.resolve("bikes/train.conll"));
    assertTrue(learned.startsWith("# text = "), learned);
  }

  /** The commands of the first block under the heading. */
  private static List<String> walk() throws IOException {
    List<String> readme = Files.readAllLines(ROOT.resolve("README.md"));
    List<String> section = readme.subList(readme.indexOf("## Train your own"), readme.size());
    List<String> block = section.subList(section.indexOf("```") + 1, section.size());
    return block.subList(0, block.indexOf("```"));
  }

  /** An argument with the folders of the test in place of those of the README. */
  private String placed(String argument) {
    return argument.startsWith("runs/")
        ? runs.resolve(argument.substring("runs/".length())).toString()
        : argument.replaceFirst("^examples/", ROOT.resolve("examples") + "/");
  }
}
