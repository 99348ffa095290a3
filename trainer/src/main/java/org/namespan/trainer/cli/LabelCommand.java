package org.namespan.trainer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.SoftCorpus;
import org.namespan.trainer.corpus.SoftSentence;
import org.namespan.trainer.distillation.Disagreement;
import org.namespan.trainer.distillation.TeacherEnsemble;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code namespan label}. */
@Command(
    name = "label",
    header = "Labels text with one or several models, for a student to learn from.",
    description = {
      "Each token gets the mean of the models' label distributions. 'namespan train --soft' learns"
          + " from the file: large models pass on what they know to a small one.",
      "",
      "Models trained by cross-validation ('namespan split --folds') can label each part of a"
          + " corpus that they have not seen; where they disagree with its annotation, it may be"
          + " wrong."
    },
    footer = {
      "",
      "Example:",
      "  namespan label --model a.onnx --model b.onnx --text wiki.txt.gz \\",
      "    --tokens 3000000 --out wiki.soft.gz",
      "  namespan train --data train.conll --dev dev.conll --soft wiki.soft.gz \\",
      "    --out runs/student"
    })
final class LabelCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = {"-m", "--model"},
      required = true,
      paramLabel = "MODEL",
      description =
          "Model file that labels, or folder of a run, whose best epoch labels; may be repeated, of"
              + " models with the same types and label scheme. The first one also splits the text.")
  private List<Path> models;

  @ArgGroup(multiplicity = "1")
  private Input input;

  private static final class Input {
    @Option(
        names = "--text",
        paramLabel = "FILE",
        description = "Text in UTF-8, one paragraph per line, plain or gzip.")
    private @Nullable Path text;

    @Option(
        names = "--data",
        paramLabel = "FILE",
        description =
            "Annotated corpus that the models were not trained on; all of it is labelled.")
    private @Nullable Path data;
  }

  @Option(
      names = "--disagreements",
      paramLabel = "FILE",
      description =
          "With --data: write a table of where the models find other labels likelier than the"
              + " annotated ones, for a person to read; the least likely annotations come first.")
  private @Nullable Path disagreements;

  @ArgGroup(validate = false, heading = CorpusOptions.HEADING)
  private CorpusOptions corpusOptions = new CorpusOptions();

  @Mixin private SampleOptions sample = new SampleOptions();

  @Option(
      names = "--device",
      paramLabel = "NAME",
      defaultValue = "cpu",
      description =
          "Where the networks of runs are computed: cpu, gpu, or gpu1 and so on. Default:"
              + " ${DEFAULT-VALUE}.")
  private String device;

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "FILE",
      description = "Where the labelled text goes, packed by gzip.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    if (disagreements != null && input.data == null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--disagreements needs annotations to compare with: give --data");
    }
    sample.check(spec);
    Outputs.requireFile(out);
    if (disagreements != null) {
      Outputs.requireFile(disagreements);
    }
    try (TeacherEnsemble teachers = TeacherEnsemble.open(models, DeviceName.read(device, spec))) {
      SoftCorpus.check(teachers.labels(), out);
      List<SoftSentence> labelled;
      if (input.data == null) {
        // Exactly one of the two is given.
        labelled = labelText(Objects.requireNonNull(input.text), teachers);
      } else {
        Corpus corpus = corpusOptions.read(input.data, spec);
        if (disagreements != null) {
          corpus.requireTypes(teachers.types(), "the models");
        }
        labelled = teachers.label(corpus.tokens());
        if (disagreements != null) {
          SoftCorpus soft = new SoftCorpus(corpus.name(), teachers.labels(), labelled);
          Disagreement.write(Disagreement.find(corpus, soft, teachers.scheme()), disagreements);
        }
      }
      SoftCorpus soft = new SoftCorpus(out.getFileName().toString(), teachers.labels(), labelled);
      soft.write(out);
      PrintWriter print = spec.commandLine().getOut();
      print.printf(
          Locale.ROOT, "%s: %,d sentences, %,d tokens%n", out, labelled.size(), soft.tokenCount());
      StandardOutput.send(print);
    }
    return CommandLine.ExitCode.OK;
  }

  private List<SoftSentence> labelText(Path text, TeacherEnsemble teachers) throws IOException {
    List<SoftSentence> labelled = new ArrayList<>();
    sample
        .of(text)
        .forEach(teachers.splitter(), sentences -> labelled.addAll(teachers.label(sentences)));
    return labelled;
  }
}
