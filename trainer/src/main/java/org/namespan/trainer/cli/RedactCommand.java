package org.namespan.trainer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.namespan.Entity;
import org.namespan.EntityTagger;
import org.namespan.redaction.Operator;
import org.namespan.redaction.Redaction;
import org.namespan.redaction.Redactor;
import org.namespan.redaction.RedactorOptions;
import org.namespan.trainer.bulk.RedactTask;
import org.namespan.trainer.record.RecordFormat;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code namespan redact}. */
@Command(
    name = "redact",
    header = "Replaces the names in a text, and keeps a map that restores them.",
    description = {
      "Prints the text with placeholders, masks, hashes or made-up names in place of what the model"
          + " finds, and of every other place with the same words. Each line is a text of its own"
          + " for the model; the whole has one map.",
      "",
      "With --field (JSON lines), --column (CSV) or a folder each record is redacted on its own, and"
          + " the file of maps has a line for each, so that any size goes."
    },
    footer = {
      "",
      "What the model does not find in any place stays: read the result before you give it away.",
      "",
      "Examples:",
      "  namespan redact --file mail.txt --map mail.map > redacted.txt",
      "  namespan redact --file mail.txt --map mail.map --key key.hex",
      "  namespan redact --types per --by mask 'Angela Merkel left.'",
      "  namespan redact --file mails.jsonl.gz --field body --map mails.maps.gz \\",
      "    --output redacted.jsonl.gz --threads 2"
    })
final class RedactCommand implements Callable<Integer> {

  /** Of made-up names. */
  private static final long SEED = 1;

  /** What takes the place of a name. */
  enum By {
    PLACEHOLDER,
    MASK,
    HASH,
    MADE_UP;

    /** The name as options have it: {@code made-up}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Spec private CommandSpec spec;
  @Mixin private ModelOption model;
  @Mixin private PersonalDataOption personalData;
  @Mixin private TextInput input;
  @Mixin private MapFile map;

  @Option(
      names = "--document",
      description = "Tag the whole as one text, for sentences that go over lines.")
  private boolean document;

  @Option(
      names = "--types",
      paramLabel = "TYPE",
      split = ",",
      description = "Types to replace, with commas between them. Default: all that are found.")
  private Set<String> types = Set.of();

  @Option(
      names = "--label",
      paramLabel = "TYPE=LABEL",
      description = "What a type is called in placeholders: per=NAME. May be repeated.")
  private Map<String, String> labels = Map.of();

  @Option(
      names = "--by",
      paramLabel = "OPERATOR",
      defaultValue = "placeholder",
      description =
          "What takes the place of a name: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private By by;

  @Option(
      names = "--secret",
      paramLabel = "FILE",
      description = "File whose bytes, 16 or more, are the secret of '--by hash'.")
  private @Nullable Path secret;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Another gives other names by '--by made-up'. Default: " + SEED + ".")
  private @Nullable Long seed;

  @Mixin private BulkOptions bulk;

  @Override
  public Integer call() throws IOException {
    RedactorOptions options = options();
    if (bulk.hasRecords() || input.isFolder()) {
      return redactRecords(options);
    }
    bulk.requireRecords();
    map.requireNew();
    try (EntityTagger tagger = model.load(personalData::addTo)) {
      requireKnownTypes(tagger);
      StringBuilder read = new StringBuilder();
      input.read(read::append);
      String text = read.toString();
      List<Entity> entities = document ? tagger.tag(text) : tagLines(text, tagger);
      Redaction redaction = Redactor.redact(text, entities, options);
      // No redacted text without its map.
      map.write(redaction.map());
      spec.commandLine().getOut().print(redaction.text());
      try {
        StandardOutput.send(spec.commandLine().getOut());
      } catch (StandardOutput.OutputException e) {
        throw map.stays(e);
      }
    }
    return CommandLine.ExitCode.OK;
  }

  private int redactRecords(RedactorOptions options) throws IOException {
    bulk.check();
    if (!bulk.goesOn()) {
      map.requireNew();
    }
    List<Path> files = input.recordFiles();
    RecordFormat records = bulk.format(files, document, "");
    List<Path> inputs = Stream.of(secret, map.key()).filter(Objects::nonNull).toList();
    try (EntityTagger tagger = model.load(personalData::addTo)) {
      requireKnownTypes(tagger);
      return bulk.run(
          new BulkOptions.Plan(files, records, inputs, model, null, map.file()),
          new RedactTask(tagger, options, map.file() == null ? null : map.line()));
    }
  }

  private RedactorOptions options() throws IOException {
    if (map.hasKey() && map.file() == null) {
      throw misuse("--key encrypts the map; name it with --map");
    }
    if ((by == By.HASH) != (secret != null)) {
      throw misuse("--by hash and --secret go together");
    }
    if (seed != null && by != By.MADE_UP) {
      throw misuse("--seed goes with --by made-up");
    }
    try {
      return new RedactorOptions(types, labels, operator());
    } catch (IllegalArgumentException e) {
      throw misuse(String.valueOf(e.getMessage()));
    }
  }

  private Operator operator() throws IOException {
    if (secret != null) {
      try {
        return Operator.hash(Files.readAllBytes(secret));
      } catch (IllegalArgumentException e) {
        throw new IOException(secret + ": " + e.getMessage(), e);
      }
    }
    return switch (by) {
      case MASK -> Operator.mask('*');
      case MADE_UP -> Operator.madeUp(seed == null ? SEED : seed);
      default -> Operator.placeholder();
    };
  }

  /** A type that is mistyped would leave its names in the text. */
  private void requireKnownTypes(EntityTagger tagger) {
    Set<String> known = new TreeSet<>(tagger.info().types());
    known.addAll(tagger.typeDescriptions().keySet());
    Set<String> named = new TreeSet<>(types);
    named.addAll(labels.keySet());
    named.removeAll(known);
    if (!named.isEmpty()) {
      throw misuse("found the types " + named + ", expected some of " + known);
    }
  }

  private CommandLine.ParameterException misuse(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }

  private static List<Entity> tagLines(String text, EntityTagger tagger) {
    List<String> lines = new ArrayList<>();
    for (int start = 0; start < text.length(); ) {
      int feed = text.indexOf('\n', start);
      int end = feed < 0 ? text.length() : feed + 1;
      lines.add(text.substring(start, end));
      start = end;
    }
    List<Entity> entities = new ArrayList<>();
    List<List<Entity>> found = tagger.tagAll(lines);
    int start = 0;
    for (int i = 0; i < lines.size(); i++) {
      for (Entity entity : found.get(i)) {
        entities.add(
            new Entity(
                entity.type(),
                entity.text(),
                start + entity.start(),
                start + entity.end(),
                entity.score(),
                entity.source()));
      }
      start += lines.get(i).length();
    }
    return entities;
  }
}
