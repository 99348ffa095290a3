package org.namespan.trainer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.namespan.model.text.ControlCharacters;
import org.namespan.model.text.TextSplitter;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.corpus.CorpusFormats;
import org.namespan.trainer.corpus.CorpusReader;
import org.namespan.trainer.corpus.CorpusScheme;
import org.namespan.trainer.corpus.CorpusWriter;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.document.AlignedTexts;
import org.namespan.trainer.document.AnnotatedText;
import org.namespan.trainer.document.OffsetUnit;
import org.namespan.trainer.document.SentenceTexts;
import org.namespan.trainer.document.SpanAligner;
import org.namespan.trainer.document.SpanPolicy;
import org.namespan.trainer.document.SpanProblem;
import org.namespan.trainer.document.SpanProblems;
import org.namespan.trainer.document.TextCorpus;
import org.namespan.trainer.document.TextFormat;
import org.namespan.trainer.document.TextFormats;
import org.namespan.trainer.document.WritableTexts;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code namespan convert}. */
@Command(
    name = "convert",
    header = "Converts annotations from one format to another.",
    description = {
      "Between the column files that 'train' and 'evaluate' read, and the files of annotation"
          + " tools, which mark spans of characters in whole texts: doccano, Prodigy, spaCy, Label"
          + " Studio and brat.",
      "",
      "Text becomes sentences of tokens as a model splits it. Spans that tokens cannot hold are"
          + " counted and named; nothing is converted then unless --spans says what becomes of them."
    },
    footer = {
      "",
      "Examples:",
      "  namespan convert --data export.jsonl --to conll --out mine.conll",
      "  namespan convert --data brat/ --spans expand --to conll --out mine.conll",
      "  namespan convert --data mine.conll --to label-studio --out tasks.json"
    })
final class ConvertCommand implements Callable<Integer> {

  /** The format of sentences that can be written. */
  static final String COLUMNS = "CONLL";

  private static final int SHOWN = 10;

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "What to convert: a file, or a folder of brat. May be repeated.")
  private List<Path> data;

  @Option(
      names = "--from",
      paramLabel = "FORMAT",
      completionCandidates = Names.Sources.class,
      description =
          "Format of the data: ${COMPLETION-CANDIDATES}. Default: told by the file name and, in"
              + " .jsonl, by the first line.")
  private @Nullable String from;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FORMAT",
      completionCandidates = Names.Targets.class,
      description = "Format to write: ${COMPLETION-CANDIDATES}.")
  private String to;

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "FILE",
      description = "File to write; of brat an empty or new folder.")
  private Path out;

  @Mixin private SplitterOption splitter;

  @Option(
      names = "--spans",
      paramLabel = "POLICY",
      defaultValue = "fail",
      completionCandidates = Names.SpanPolicies.class,
      converter = PolicyConverter.class,
      description = {
        "What to do with spans that are empty, have blanks at their edges, begin or end within a"
            + " token, reach over the end of a sentence, overlap or have gaps:"
            + " ${COMPLETION-CANDIDATES}.",
        "skip leaves out the span, skip-text its text; expand takes in the tokens that it touches,"
            + " shrink leaves them out. Default: ${DEFAULT-VALUE}."
      })
  private SpanPolicy policy;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write a table of such spans, with their words.")
  private @Nullable Path report;

  @Option(
      names = "--strict",
      description =
          "Fail if a record of the data cannot be read. Without it such records are named and left"
              + " out.")
  private boolean strict;

  @Option(
      names = "--offsets",
      paramLabel = "UNIT",
      completionCandidates = Names.Units.class,
      converter = UnitConverter.class,
      description =
          "What the offsets of the data count: ${COMPLETION-CANDIDATES}. Default: utf16 in Label"
              + " Studio, else code-points.")
  private @Nullable OffsetUnit offsets;

  @Option(
      names = "--out-offsets",
      paramLabel = "UNIT",
      completionCandidates = Names.Units.class,
      converter = UnitConverter.class,
      description = "What the written offsets count. Default: as for --offsets.")
  private @Nullable OffsetUnit outOffsets;

  @Option(
      names = "--out-scheme",
      paramLabel = "SCHEME",
      completionCandidates = Names.Schemes.class,
      converter = ColumnOptions.SchemeConverter.class,
      description = "How written tags show spans: ${COMPLETION-CANDIDATES}. Default: bio.")
  private @Nullable CorpusScheme outScheme;

  @ArgGroup(validate = false, heading = CorpusOptions.HEADING)
  private ColumnOptions columns = new ColumnOptions();

  @Override
  public Integer call() throws IOException {
    Optional<TextFormat> target = TextFormats.named(to);
    requireOptions(target);
    requireTargets(target);
    PrintWriter print = spec.commandLine().getOut();
    if (target.isPresent()) {
      writeTexts(target.get(), print);
    } else {
      writeSentences(print);
    }
    StandardOutput.send(print);
    return CommandLine.ExitCode.OK;
  }

  private void requireOptions(Optional<TextFormat> target) {
    if (from != null && TextFormats.named(from).isEmpty()) {
      requireOneOf("--from", from, CorpusFormats.names(), new Names.Sources());
    }
    if (target.isEmpty()) {
      requireOneOf("--to", to, List.of(COLUMNS), new Names.Targets());
    }
    if (target.isPresent() && outScheme != null) {
      throw misused("--out-scheme is for --to conll, not " + to);
    }
    if (target.isEmpty() && outOffsets != null) {
      throw misused("--out-offsets is for formats with offsets, not " + to);
    }
  }

  private void requireOneOf(String option, String name, List<String> names, Names shown) {
    if (names.stream().noneMatch(name::equalsIgnoreCase)) {
      throw misused(option + " is '" + name + "', expected one of " + String.join(", ", shown));
    }
  }

  private CommandLine.ParameterException misused(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }

  /** Refuses outputs that could not be written, or would replace what is read. */
  private void requireTargets(Optional<TextFormat> target) throws IOException {
    if (target.isPresent() && target.get().isFolder()) {
      Outputs.requireFolder(out);
    } else {
      Outputs.requireFile(out);
    }
    if (report != null) {
      Outputs.requireFile(report);
    }
    for (Path file : data) {
      for (Path written : report == null ? List.of(out) : List.of(out, report)) {
        if (Files.exists(written) && Files.exists(file) && Files.isSameFile(written, file)) {
          throw new IOException(file + ": would be written over; choose another name");
        }
      }
    }
  }

  private void writeSentences(PrintWriter print) throws IOException {
    List<Sentence> sentences = new ArrayList<>();
    List<SpanProblem> problems = new ArrayList<>();
    int skipped = 0;
    TextSplitter loaded = null;
    for (Path file : data) {
      Optional<TextFormat> format = textFormat(file);
      if (format.isEmpty()) {
        sentences.addAll(readColumns(file).sentences());
        continue;
      }
      TextCorpus corpus = readTexts(format.get(), file);
      loaded = loaded == null ? splitter.load() : loaded;
      AlignedTexts aligned = new SpanAligner(loaded, policy).align(corpus.texts());
      sentences.addAll(aligned.sentences());
      problems.addAll(aligned.problems().all());
      skipped += aligned.skippedTexts();
    }
    tell(new SpanProblems(problems), skipped);
    requireSome(sentences);
    CorpusScheme scheme = outScheme == null ? CorpusScheme.BIO : outScheme;
    int lost = CorpusWriter.writeWithTexts(sentences, out, scheme);
    if (lost > 0) {
      warn(
          "%s: %,d spans touch another of their type, and are one with it in %s",
          out, lost, scheme);
    }
    print.printf(
        Locale.ROOT,
        "%s: %,d sentences, %,d tokens, %,d entities%n",
        out,
        sentences.size(),
        sentences.stream().mapToInt(sentence -> sentence.tokens().size()).sum(),
        sentences.stream().mapToInt(sentence -> sentence.spans().size()).sum());
  }

  private void writeTexts(TextFormat target, PrintWriter print) throws IOException {
    List<AnnotatedText> texts = new ArrayList<>();
    List<SpanProblem> problems = new ArrayList<>();
    int skipped = 0;
    for (Path file : data) {
      Optional<TextFormat> format = textFormat(file);
      List<AnnotatedText> read =
          format.isPresent()
              ? readTexts(format.get(), file).texts()
              : SentenceTexts.of(readColumns(file), file);
      WritableTexts fitting = WritableTexts.of(read, target, policy);
      texts.addAll(fitting.texts());
      problems.addAll(fitting.problems().all());
      skipped += fitting.skippedTexts();
    }
    tell(new SpanProblems(problems), skipped);
    requireSome(texts);
    target.write(texts, out, outOffsets == null ? target.offsets() : outOffsets);
    print.printf(
        Locale.ROOT,
        "%s: %,d texts, %,d entities%n",
        out,
        texts.size(),
        texts.stream().mapToInt(text -> text.spans().size()).sum());
  }

  /** The format of a file with spans of characters; empty if it has tokens. */
  private Optional<TextFormat> textFormat(Path file) throws IOException {
    return from == null ? TextFormats.detect(file) : TextFormats.named(from);
  }

  private Corpus readColumns(Path file) throws IOException {
    CorpusReader reader = from == null ? CorpusFormats.detect(file) : CorpusFormats.named(from);
    return columns.read(reader, file, spec);
  }

  private TextCorpus readTexts(TextFormat format, Path file) throws IOException {
    TextCorpus corpus = format.read(file, Optional.ofNullable(offsets));
    for (CorpusException broken : corpus.broken().stream().limit(SHOWN).toList()) {
      warn("%s", FailureHandler.message(broken));
    }
    int broken = corpus.broken().size();
    if (broken > 0 && strict) {
      throw new IOException(
          file
              + ": records that cannot be read: "
              + broken
              + "; correct them, or leave --strict out");
    }
    if (broken > 0) {
      warn("%s: records that cannot be read, left out: %,d", file, broken);
    }
    if (corpus.leftOut() > 0) {
      warn("%s: records without accepted annotation, left out: %,d", file, corpus.leftOut());
    }
    return corpus;
  }

  /** Tells what did not fit, and fails where the policy does. */
  private void tell(SpanProblems problems, int skipped) throws IOException {
    if (report != null) {
      problems.write(report);
    }
    if (policy == SpanPolicy.FAIL) {
      requireNone(problems);
    }
    List<SpanProblem> all = problems.all();
    all.stream().limit(SHOWN).forEach(problem -> warn("%s", problem));
    if (!all.isEmpty()) {
      warn(
          "%sspans that do not fit: %s; by policy %s",
          all.size() > SHOWN ? "and so on; " : "", problems.summary(), policy);
    }
    if (skipped > 0) {
      warn("texts with such spans, left out: %,d", skipped);
    }
  }

  /** Tells the options beside what the policies are. */
  private static void requireNone(SpanProblems problems) throws IOException {
    try {
      problems.requireNone();
    } catch (CorpusException e) {
      throw new IOException(
          e.getMessage() + " (--spans); --report FILE lists them with their words", e);
    }
  }

  private void requireSome(List<?> left) throws IOException {
    if (left.isEmpty()) {
      throw new IOException(data.get(0) + ": no text is left to write; choose another --spans");
    }
  }

  private void warn(String format, Object... arguments) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(ControlCharacters.escape(String.format(Locale.ROOT, format, arguments)));
    err.flush();
  }

  /** Takes the name of a policy in upper or lower case. */
  static final class PolicyConverter implements CommandLine.ITypeConverter<SpanPolicy> {
    @Override
    public SpanPolicy convert(String name) {
      try {
        return SpanPolicy.named(name);
      } catch (IllegalArgumentException e) {
        throw new CommandLine.TypeConversionException(e.getMessage());
      }
    }
  }

  /** Takes the name of a unit in upper or lower case. */
  static final class UnitConverter implements CommandLine.ITypeConverter<OffsetUnit> {
    @Override
    public OffsetUnit convert(String name) {
      try {
        return OffsetUnit.named(name);
      } catch (IllegalArgumentException e) {
        throw new CommandLine.TypeConversionException(e.getMessage());
      }
    }
  }
}
