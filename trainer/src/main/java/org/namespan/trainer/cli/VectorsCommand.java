package org.namespan.trainer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.namespan.model.feature.SentenceView;
import org.namespan.model.text.TextSplitter;
import org.namespan.trainer.training.EngineTagger;
import org.namespan.trainer.training.TrainedTagger;
import org.namespan.trainer.vectors.VectorMeans;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code namespan vectors}. */
@Command(
    name = "vectors",
    header = "Makes word vectors from what a trained network knows of words in text.",
    description = {
      "Each word gets the mean of the states that the network gives it in sentences, on the"
          + " directions in which words differ most. 'namespan train --vectors' begins with them:"
          + " a student knows words that its corpora hold rarely or not at all."
    },
    footer = {
      "",
      "Example:",
      "  namespan vectors --model runs/teacher --text wiki.txt.gz --out teacher.vec.gz",
      "  namespan train --data train.conll --dev dev.conll --vectors teacher.vec.gz \\",
      "    --out runs/student"
    })
final class VectorsCommand implements Callable<Integer> {

  private static final int SENTENCES_AT_ONCE = 2048;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-m", "--model"},
      required = true,
      paramLabel = "RUN",
      description = "Folder of a run, whose best epoch reads the text.")
  private Path model;

  @ArgGroup(exclusive = false, multiplicity = "1")
  private Input input;

  private static final class Input {
    @Option(
        names = "--text",
        paramLabel = "FILE",
        description = "Text in UTF-8, one paragraph per line, plain or gzip; may be repeated.")
    private List<Path> texts = List.of();

    @Option(
        names = "--data",
        paramLabel = "FILE",
        description = "Corpus whose tokens are read; may be repeated.")
    private List<Path> corpora = List.of();
  }

  @ArgGroup(validate = false, heading = CorpusOptions.HEADING)
  private CorpusOptions corpusOptions = new CorpusOptions();

  @Mixin private SampleOptions sample = new SampleOptions();

  @Option(
      names = "--min-count",
      paramLabel = "N",
      defaultValue = "2",
      description = "Leave out words that occur less often. Default: ${DEFAULT-VALUE}.")
  private int minCount;

  @Option(
      names = "--dim",
      paramLabel = "N",
      defaultValue = "64",
      description = "Numbers of each vector. Default: ${DEFAULT-VALUE}.")
  private int dim;

  @Option(
      names = "--device",
      paramLabel = "NAME",
      defaultValue = "cpu",
      description =
          "Where the network is computed: cpu, gpu, or gpu1 and so on. Default: ${DEFAULT-VALUE}.")
  private String device;

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "FILE",
      description = "Where the vectors go, as text, packed by gzip.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    Outputs.requireFile(out);
    sample.check(spec);
    AtLeast.one("--min-count", minCount, spec);
    AtLeast.one("--dim", dim, spec);
    TrainedTagger trained = TrainedTagger.read(model);
    VectorMeans means = new VectorMeans();
    try (EngineTagger tagger = new EngineTagger(trained, DeviceName.read(device, spec))) {
      requireAtMost(stateWidth(tagger));
      for (Path file : input.corpora) {
        List<List<String>> sentences = corpusOptions.read(file, spec).tokens();
        for (int from = 0; from < sentences.size(); from += SENTENCES_AT_ONCE) {
          int to = Math.min(from + SENTENCES_AT_ONCE, sentences.size());
          add(sentences.subList(from, to), tagger, means);
        }
      }
      TextSplitter splitter = TextSplitter.of(trained.metadata().textModels());
      for (Path file : input.texts) {
        sample.of(file).forEach(splitter, sentences -> add(sentences, tagger, means));
      }
    }
    int words = means.write(out, minCount, dim);
    PrintWriter print = spec.commandLine().getOut();
    print.printf(Locale.ROOT, "%s: %,d words, %d numbers each%n", out, words, dim);
    StandardOutput.send(print);
    return CommandLine.ExitCode.OK;
  }

  private static int stateWidth(EngineTagger tagger) {
    return tagger.states(List.of(SentenceView.ofTokens(List.of("a")))).get(0).length;
  }

  private void requireAtMost(int width) {
    if (dim > width) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "--dim is " + dim + ", expected at most " + width + ", the width of the model's states");
    }
  }

  private static void add(List<List<String>> sentences, EngineTagger tagger, VectorMeans means) {
    List<SentenceView> views = sentences.stream().map(SentenceView::ofTokens).toList();
    List<float[]> states = tagger.states(views);
    for (int i = 0; i < views.size(); i++) {
      means.add(views.get(i).tokens(), states.get(i));
    }
  }
}
