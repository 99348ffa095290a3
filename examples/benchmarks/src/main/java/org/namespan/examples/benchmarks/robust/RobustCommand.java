package org.namespan.examples.benchmarks.robust;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.namespan.EntityTagger;
import org.namespan.examples.benchmarks.Programs;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusFormats;
import org.namespan.trainer.io.AtomicFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures a model on text as people send it; {@code robust} starts it. */
@Command(
    name = "examples/benchmarks/robust",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Counts how many entities a model still finds, with the right offsets, when text has"
          + " invisible characters, quotes, markup, lists, cells or wrapped lines, and how it splits"
          + " and tags raw text; writes robust.md. The report goes to standard output too.",
      "The same input gives the same figures."
    })
public final class RobustCommand implements Callable<Integer> {

  private static final String HOME = "${sys:namespan.benchmarks:-examples/benchmarks}";

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "DATA",
      description =
          "Annotated corpora whose texts are split, tagged and changed; where a corpus has no"
              + " '# text', its tokens are joined. Without any, only the frames are filled.")
  private List<Path> data = new ArrayList<>();

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "Model file (.onnx). Default: the bundled English model.")
  private Path model;

  @Option(
      names = "--texts",
      paramLabel = "N",
      description = "Texts of each corpus that are changed, the first ones. Default: 2000.")
  private int texts = 2000;

  @Option(names = "--markdown", description = "Print Markdown, as it is written.")
  private boolean markdown;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = HOME,
      description = "Folder for the report. Default: examples/benchmarks.")
  private Path out;

  /** Runs the program; its failures end it with exit code 1, bad arguments with 2. */
  public static void main(String[] args) {
    System.exit(Programs.commandLine(new RobustCommand()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    if (texts < 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--texts is " + texts + ", expected at least 1");
    }
    List<Corpus> corpora = new ArrayList<>();
    for (Path file : data) {
      corpora.add(CorpusFormats.read(file));
    }
    RobustReport report;
    try (EntityTagger tagger = model == null ? EntityTagger.english() : EntityTagger.load(model)) {
      report =
          new RobustReport(
              model == null ? "the bundled English model" : model.getFileName().toString(),
              Frames.ALL.stream().map(frame -> FrameScore.of(frame, tagger)).toList(),
              corpora.stream().map(corpus -> measure(corpus, tagger)).toList(),
              command());
    }
    AtomicFile.write(
        out.resolve("robust.md"), file -> Files.writeString(file, report.toMarkdown()));
    PrintWriter printed = spec.commandLine().getOut();
    printed.print(markdown ? report.toMarkdown() : report.toText());
    printed.flush();
    return CommandLine.ExitCode.OK;
  }

  private RobustReport.CorpusScore measure(Corpus corpus, EntityTagger tagger) {
    PrintWriter progress = spec.commandLine().getErr();
    progress.println(corpus.name());
    progress.flush();
    RawTextScore rawText = RawTextScore.of(corpus, tagger);
    List<AnnotatedText> plain =
        AnnotatedText.tag(
            tagger,
            corpus.first(texts).sentences().stream()
                .map(sentence -> RawSentence.of(sentence).text())
                .toList());
    List<ChangeScore> changes =
        TextChanges.ALL.stream().map(change -> ChangeScore.of(change, plain, tagger)).toList();
    return new RobustReport.CorpusScore(rawText, changes);
  }

  private String command() {
    return spec.commandLine().getParseResult().originalArgs().stream()
        .collect(Collectors.joining(" ", spec.name() + " ", ""));
  }
}
