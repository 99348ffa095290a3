package org.namespan.trainer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.namespan.model.tag.Span;
import org.namespan.model.text.ControlCharacters;
import org.namespan.model.text.TextSplitter;
import org.namespan.model.text.Token;
import org.namespan.trainer.activelearning.Suggester;
import org.namespan.trainer.activelearning.Suggestion;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.corpus.CorpusFormats;
import org.namespan.trainer.corpus.CorpusReader;
import org.namespan.trainer.distillation.TeacherEnsemble;
import org.namespan.trainer.document.AnnotatedText;
import org.namespan.trainer.document.SentenceTexts;
import org.namespan.trainer.document.TextCorpus;
import org.namespan.trainer.document.TextFormat;
import org.namespan.trainer.document.TextFormats;
import org.namespan.trainer.document.TextSpan;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code namespan suggest}. */
@Command(
    name = "suggest",
    header = "Suggests which texts to label next, with entities to correct.",
    description = {
      "Ranks unlabelled texts by what labelling them would teach: those come first that the model is"
          + " unsure of in words that the texts before do not hold. Of near copies one is taken. The"
          + " best are written for an annotation tool with the entities that the model finds, the"
          + " most instructive first, so that a person corrects instead of typing.",
      "",
      "With several models the texts count on which they are unsure together or disagree."
    },
    footer = {
      "",
      "Examples:",
      "  namespan suggest --model model.onnx --text raw.txt.gz --to doccano \\",
      "    --exclude labelled.conll --out next.jsonl",
      "  namespan convert --data corrected.jsonl --to conll --out more.conll"
    })
final class SuggestCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = {"-m", "--model"},
      required = true,
      paramLabel = "MODEL",
      description =
          "Model file, or folder of a run, whose best epoch is used; may be repeated, of models with"
              + " the same types and label scheme. The first one also splits the text and finds the"
              + " entities.")
  private List<Path> models;

  @ArgGroup(multiplicity = "1")
  private Input input;

  private static final class Input {
    @Option(
        names = "--text",
        paramLabel = "FILE",
        description = "Text in UTF-8, a text a line, plain or gzip; - is standard input.")
    private @Nullable Path text;

    @Option(
        names = "--data",
        paramLabel = "FILE",
        description =
            "Corpus or file of an annotation tool, as 'namespan convert' reads them; what is labelled"
                + " in it counts for nothing. May be repeated.")
    private @Nullable List<Path> data;
  }

  @Option(
      names = "--from",
      paramLabel = "FORMAT",
      completionCandidates = Names.Sources.class,
      description =
          "Format of --data: ${COMPLETION-CANDIDATES}. Default: told by the file name and, in .jsonl,"
              + " by the first line.")
  private @Nullable String from;

  @Option(
      names = "--exclude",
      paramLabel = "FILE",
      description =
          "Corpus or file of an annotation tool with texts that are labelled already, which are not"
              + " suggested; may be repeated.")
  private List<Path> exclude = new ArrayList<>();

  @Option(names = "--sentences", description = "Suggest single sentences in place of whole texts.")
  private boolean bySentence;

  @Option(
      names = {"-n", "--count"},
      paramLabel = "N",
      defaultValue = "100",
      description = "How many texts to suggest. Default: ${DEFAULT-VALUE}.")
  private int count;

  @Option(
      names = "--max-length",
      paramLabel = "N",
      defaultValue = "200",
      description = "Leave out texts of more tokens. Default: ${DEFAULT-VALUE}.")
  private int maxLength;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FORMAT",
      completionCandidates = Names.TextTargets.class,
      description =
          "Format to write: ${COMPLETION-CANDIDATES}. What labelling a text would teach is its score"
              + " in doccano, prodigy and label-studio-predictions, which is what label-studio"
              + " means here: nobody has annotated these texts.")
  private String to;

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "FILE",
      description = "File to write; of brat an empty or new folder.")
  private Path out;

  @ArgGroup(validate = false, heading = CorpusOptions.HEADING)
  private ColumnOptions columns = new ColumnOptions();

  @Override
  public Integer call() throws IOException {
    AtLeast.one("--count", count, spec);
    AtLeast.one("--max-length", maxLength, spec);
    TextFormat target =
        TextFormats.named(to.equals("label-studio") ? "label-studio-predictions" : to)
            .orElseThrow(() -> unknown("--to", to, new Names.TextTargets()));
    if (from != null
        && TextFormats.named(from).isEmpty()
        && !CorpusFormats.names().contains(from.toUpperCase(Locale.ROOT))) {
      throw unknown("--from", from, new Names.Sources());
    }
    requireTarget(target);

    List<AnnotatedText> suggested;
    try (TeacherEnsemble ensemble = TeacherEnsemble.open(models)) {
      suggested = suggest(ensemble);
    }
    target.write(suggested, out, target.offsets());
    PrintWriter print = spec.commandLine().getOut();
    print.printf(
        Locale.ROOT,
        "%s: %,d texts, %,d entities to correct%n",
        out,
        suggested.size(),
        suggested.stream().mapToInt(text -> text.spans().size()).sum());
    StandardOutput.send(print);
    return CommandLine.ExitCode.OK;
  }

  private List<AnnotatedText> suggest(TeacherEnsemble ensemble) throws IOException {
    TextSplitter splitter = ensemble.splitter();
    Suggester suggester = new Suggester(ensemble, count);
    for (Path file : exclude) {
      suggester.exclude(labelled(file, splitter));
    }
    UnlabelledSource source = new UnlabelledSource(splitter, bySentence, maxLength, suggester::add);
    if (input.text != null) {
      source.readLines(TextSource.named(input.text));
    }
    for (Path file : input.data == null ? List.<Path>of() : input.data) {
      for (AnnotatedText text : texts(file, Optional.ofNullable(from))) {
        source.add(text.text(), text.file(), text.line());
      }
      source.flush();
    }
    List<Suggestion> suggestions = suggester.suggest();
    if (suggestions.isEmpty()) {
      throw new IOException(
          Objects.requireNonNullElseGet(input.text, () -> Objects.requireNonNull(input.data).get(0))
              + ": found no text to suggest; give one that --exclude and --max-length leave in");
    }
    tell(source, suggester);
    try (ScoredTagger tagger = ScoredTagger.open(models.get(0), null)) {
      return suggestions.stream().map(each -> predicted(each, tagger, splitter)).toList();
    }
  }

  /** The sentences of a labelled file: its own tokens, or those of its texts. */
  private List<List<String>> labelled(Path file, TextSplitter splitter) throws IOException {
    Optional<TextFormat> format = TextFormats.detect(file);
    if (format.isEmpty()) {
      return columns.read(CorpusFormats.detect(file), file, spec).tokens();
    }
    List<List<String>> sentences = new ArrayList<>();
    for (AnnotatedText text : texts(file, Optional.empty())) {
      for (List<Token> sentence : splitter.split(text.text())) {
        sentences.add(sentence.stream().map(Token::text).toList());
      }
    }
    return sentences;
  }

  private List<AnnotatedText> texts(Path file, Optional<String> named) throws IOException {
    Optional<TextFormat> format =
        named.isPresent() ? TextFormats.named(named.get()) : TextFormats.detect(file);
    if (format.isEmpty()) {
      CorpusReader reader =
          named.isPresent() ? CorpusFormats.named(named.get()) : CorpusFormats.detect(file);
      Corpus corpus = columns.read(reader, file, spec);
      return SentenceTexts.of(corpus, file);
    }
    TextCorpus corpus = format.get().read(file, Optional.empty());
    for (CorpusException broken : corpus.broken()) {
      warn("%s", FailureHandler.message(broken));
    }
    return corpus.texts();
  }

  /** A suggestion with the entities that the model finds in it. */
  private static AnnotatedText predicted(
      Suggestion suggestion, ScoredTagger tagger, TextSplitter splitter) {
    String text = suggestion.text().text();
    List<List<Token>> sentences = splitter.split(text);
    List<List<Span>> found =
        tagger
            .tagger()
            .tag(
                sentences.stream()
                    .map(sentence -> sentence.stream().map(Token::text).toList())
                    .toList());
    List<TextSpan> spans = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      for (Span span : found.get(i)) {
        int start = sentences.get(i).get(span.start()).start();
        int end = sentences.get(i).get(span.end() - 1).end();
        spans.add(TextSpan.of(span.type(), start, end, 0));
      }
    }
    return new AnnotatedText(
        text,
        spans,
        suggestion.text().file(),
        suggestion.text().line(),
        // Beyond this, processors differ.
        Optional.of(Math.round(1e4 * suggestion.score()) / 1e4));
  }

  private void tell(UnlabelledSource source, Suggester suggester) {
    warn(
        "%,d texts read; labelled already: %,d; longer than %,d tokens: %,d",
        source.texts(), suggester.excludedTexts(), maxLength, source.tooLong());
  }

  private void requireTarget(TextFormat target) throws IOException {
    if (target.isFolder()) {
      Outputs.requireFolder(out);
    } else {
      Outputs.requireFile(out);
    }
    List<Path> read = new ArrayList<>(exclude);
    read.addAll(models);
    if (input.text != null) {
      read.add(input.text);
    }
    if (input.data != null) {
      read.addAll(input.data);
    }
    for (Path file : read) {
      if (Files.exists(out) && Files.exists(file) && Files.isSameFile(out, file)) {
        throw new IOException(file + ": would be written over; choose another --out");
      }
    }
  }

  private CommandLine.ParameterException unknown(String option, String name, Names known) {
    return new CommandLine.ParameterException(
        spec.commandLine(),
        option + " is '" + name + "', expected one of " + String.join(", ", known));
  }

  private void warn(String format, Object... arguments) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(ControlCharacters.escape(String.format(Locale.ROOT, format, arguments)));
    err.flush();
  }
}
