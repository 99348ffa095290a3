package org.namespan.trainer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.namespan.redaction.RedactionMap;
import org.namespan.redaction.Restorer;
import org.namespan.trainer.bulk.RestoreTask;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code namespan restore}. */
@Command(
    name = "restore",
    header = "Puts back the names that 'redact' replaced in a text.",
    description = {
      "Prints the text with the names that its map has, as it is read: of what 'redact' printed, or"
          + " of what another program made of that. Placeholders that are not in the map stay, and"
          + " are counted on standard error.",
      "",
      "With --field or --column each record has its own map, a line of the file that 'redact' wrote"
          + " with these records."
    },
    footer = {
      "",
      "Examples:",
      "  namespan restore --map mail.map --file redacted.txt",
      "  answer redacted.txt | namespan restore --map mail.map --key key.hex",
      "  namespan restore --file redacted.jsonl.gz --field body --map mails.maps.gz"
    })
final class RestoreCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private TextInput input;
  @Mixin private MapFile file;

  @Mixin private BulkOptions bulk;

  /** What is told of placeholders that are not in a map. */
  static String unknown(long count) {
    return count == 1
        ? "1 placeholder is not in the map and stays."
        : count + " placeholders are not in the map and stay.";
  }

  @Override
  public Integer call() throws IOException {
    @Nullable Path named = file.file();
    if (named == null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "name the map that 'redact' wrote with --map");
    }
    if (bulk.hasRecords()) {
      return restoreRecords(named);
    }
    bulk.requireRecords();
    RedactionMap map = file.read(named);
    Restorer restorer = map.restorer();
    PrintWriter out = spec.commandLine().getOut();
    input.read(
        piece -> {
          out.print(restorer.push(piece));
          StandardOutput.send(out);
        });
    out.print(restorer.end());
    StandardOutput.send(out);
    PrintWriter err = spec.commandLine().getErr();
    if (!restorer.unknown().isEmpty()) {
      err.println(unknown(restorer.unknown().size()));
    }
    if (map.lost() > 0) {
      err.println(map.lost() + " places of the text were masked, and stay so.");
    }
    err.flush();
    return CommandLine.ExitCode.OK;
  }

  private int restoreRecords(Path maps) throws IOException {
    bulk.check();
    List<Path> files = input.recordFiles();
    List<Path> inputs = Stream.of(maps, file.key()).filter(Objects::nonNull).toList();
    return bulk.run(
        new BulkOptions.Plan(files, bulk.format(files, false, ""), inputs, null, maps, null),
        new RestoreTask(file.line()));
  }
}
