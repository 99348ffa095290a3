package org.namespan.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static JsonObject finding(CommandRun run, String id) {
    for (JsonElement each :
        JsonParser.parseString(run.out()).getAsJsonObject().getAsJsonArray("findings")) {
      if (each.getAsJsonObject().get("id").getAsString().equals(id)) {
        return each.getAsJsonObject();
      }
    }
    throw new AssertionError(id + " in " + run.out());
  }

  @Test
  void aReportForPeople() throws IOException {
    Path train = file("train.conll", "Ann B-per\nruns O\n\nAnn B-geo\nruns O\n\nx\n\nBonn B-geo\n");
    Path dev = file("dev.conll", "Ann B-per\nruns O\n\ny O\n");
    CommandRun run = CommandRun.of("check", "--data", train, "--dev", dev);
    assertEquals(
        "sentences|tokens|words|entities|without entity|median tokens|longest",
        run.lines().get(0).strip().replaceAll(" {2,}", "|"));
    assertEquals(
        "train|3|5|3|3|0.0 %|2|2 at " + train + ":1",
        run.lines().get(1).strip().replaceAll(" {2,}", "|"));
    assertTrue(
        run.out()
            .contains(
                "error    bad-lines (1): lines that cannot be read, left out with their sentence or text\n  "
                    + train
                    + ":7  found 1 column; expected a token in column 1 and its tag in the last"
                    + " column\n"),
        run.out());
    assertTrue(
        run.out()
            .contains(
                "warning  conflicts (1): texts with the same words and other labels\n"
                    + "  2 labellings of 3 copies\n    "
                    + train
                    + ":1  2 times  [per Ann] runs\n    "
                    + train
                    + ":4  [geo Ann] runs\n"),
        run.out());
    assertTrue(run.out().contains("\nnothing found: scheme, malformed-spans"), run.out());
    assertEquals("", run.err());
    assertEquals(1, run.exitCode());
  }

  @Test
  void whatEndsABuild() throws IOException {
    Path clean = file("clean.conll", "Ann B-per\nruns O\n\n".repeat(2) + "Bonn B-geo\n");
    CommandRun.of("check", "--data", clean).assertOk();
    CommandRun.of("check", "--data", clean, "--fail-on", "warning").assertOk();
    assertEquals(1, CommandRun.of("check", "--data", clean, "--fail-on", "note").exitCode());
    assertEquals(
        1, CommandRun.of("check", "--data", clean, "--fail-on", "spaces,COPIES").exitCode());
    CommandRun.of("check", "--data", clean, "--fail-on", "spaces,conflicts").assertOk();
    Path broken = file("broken.conll", "Ann B-per\n\nx\n");
    assertEquals(1, CommandRun.of("check", "--data", broken).exitCode());
    CommandRun.of("check", "--data", broken, "--fail-on", "never").assertOk();
  }

  @Test
  void casesAreCutUnlessAllAreAsked() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 7; i++) {
      text.append("x").append(i).append("\n\n");
    }
    Path data = file("a.conll", text + "Ann B-per\n");
    CommandRun some = CommandRun.of("check", "--data", data, "--cases", 2);
    assertTrue(some.out().contains(data + ":3  found 1 column"), some.out());
    assertFalse(some.out().contains(data + ":5  "), some.out());
    assertTrue(some.out().contains("  and 5 more\n"), some.out());
    CommandRun all = CommandRun.of("check", "--data", data, "--all");
    assertTrue(all.out().contains(data + ":13  found 1 column"), all.out());
    assertFalse(all.out().contains("more\n"), all.out());
    JsonObject json = finding(CommandRun.of("check", "--data", data, "--json"), "bad-lines");
    assertEquals(7, json.get("count").getAsInt());
    assertEquals(7, json.getAsJsonArray("cases").size());
    JsonObject last = json.getAsJsonArray("cases").get(6).getAsJsonObject();
    assertEquals("found 1 column", last.get("found").getAsString());
    JsonObject place = last.getAsJsonArray("places").get(0).getAsJsonObject();
    assertEquals(13, place.get("line").getAsInt());
    assertEquals(data.toString(), place.get("file").getAsString());
  }

  @Test
  void corporaWithMaps() throws IOException {
    Path map = file("a.map", "PER = per\nLOC = geo\n");
    Path train = file("train.conll", "Ann B-per\n\nOslo B-geo\n");
    Path dev = file("dev.conll", "Bob B-PER\n\nBonn B-LOC\n");
    assertEquals(1, CommandRun.of("check", "--data", train, "--dev", dev).exitCode());
    CommandRun run = CommandRun.of("check", "--data", train, "--dev", dev + "=" + map).assertOk();
    assertTrue(run.out().contains("nothing found: bad-lines"), run.out());
  }

  @Test
  void columnsAndSchemes() throws IOException {
    Path data = file("a.conll", "B-per x Ann\nL-per x Berg\nO x runs\n");
    Object[] columns = {"check", "--data", data, "--token-column", 3, "--tag-column", 1};
    CommandRun.of(columns).assertOk();
    List<Object> asBio = new ArrayList<>(List.of(columns));
    asBio.addAll(List.of("--scheme", "bio"));
    CommandRun run = CommandRun.of(asBio.toArray());
    assertEquals(1, run.exitCode());
    assertTrue(
        run.out().contains("this looks like BILOU, not BIO: 0 faults instead of 1"), run.out());
  }

  @Test
  void wordsWithoutVectors() throws IOException {
    Path data = file("a.conll", "Ann B-per\nruns O\nfast O\nand O\nfar O\naway O\ntoday O\n");
    Path vectors = file("a.vec", "ann 1 2\nand 3 4\n");
    CommandRun run = CommandRun.of("check", "--data", data, "--vectors", vectors).assertOk();
    assertTrue(run.out().contains("5 of 7 words (71.4 %), 5 of 7 tokens (71.4 %)"), run.out());
    CommandRun.of("check", "--data", data, "--vectors", folder.resolve("none.vec"))
        .assertRefused("none.vec", "no such file");
  }

  /** Of a small corpus with two faults those are among what the models doubt most. */
  @Test
  void labelsThatCrossValidatedModelsDoubt() throws IOException {
    String corpus =
        SmallRun.corpus() + SmallRun.corpus().replace("lives", "works").replace("far", "big");
    String faulty =
        corpus
            .replaceFirst("Anna\tB-per\nBerg\tI-per", "Anna\tB-geo\nBerg\tI-geo")
            .replaceFirst("Oslo\tB-geo", "Oslo\tO");
    List<String> sentences = new ArrayList<>(List.of(faulty.split("\n\n")));
    Collections.shuffle(sentences, new Random(1));
    Path data = file("a.conll", String.join("\n\n", sentences));
    CommandRun run =
        CommandRun.of("check", "--data", data, "--doubts", "--folds", 2, "--json").assertOk();
    assertEquals(
        List.of("training model 1 of 2", "training model 2 of 2"), run.err().lines().toList());
    Set<String> first = new HashSet<>();
    for (JsonElement each : finding(run, "doubts").getAsJsonArray("cases")) {
      JsonObject found = each.getAsJsonObject();
      first.add(
          found.get("kind").getAsString()
              + " "
              + found.get("annotated").getAsString()
              + " "
              + found.get("instead").getAsString());
      if (first.size() == 4) {
        break;
      }
    }
    assertTrue(first.contains("missing O [geo Oslo]"), first.toString());
    assertTrue(first.contains("type [geo Anna Berg] [per Anna Berg]"), first.toString());
  }

  @Test
  void labelsThatAModelDoubts() throws IOException {
    Path data =
        file("a.conll", "Otto B-geo\nlives O\nin O\nOslo B-geo\n. O\n\nOtto B-per\nlives O\n. O\n");
    CommandRun run =
        CommandRun.of("check", "--data", data, "--doubts", "--model", SmallRun.model()).assertOk();
    assertTrue(run.out().contains("note     doubts (1): labels that models doubt"), run.out());
    assertTrue(run.out().contains("  type\n    " + data + ":1  annotated 0.0"), run.out());
    assertTrue(run.out().contains("[per Otto] lives in Oslo ."), run.out());
    Path ships = file("ships.conll", CommandRun.SECRET + " B-ship\n");
    CommandRun.of("check", "--data", ships, "--doubts", "-m", SmallRun.model())
        .assertRefused("ships.conll:1", "'ship'");
  }

  @Test
  void whatCannotBeRead() throws IOException {
    CommandRun.of("check", "--data", folder.resolve("none.conll"))
        .assertRefused("none.conll", "no such file");
    CommandRun.of("check", "--data", file("a.jsonl", "{\"text\": \"a\", \"label\": []}\n"))
        .assertRefused("a.jsonl", "namespan convert");
    Path one = file("one.conll", "Ann B-per\n");
    CommandRun.of("check", "--data", one, "--doubts").assertRefused("one.conll", "4, one for each");
  }
}
