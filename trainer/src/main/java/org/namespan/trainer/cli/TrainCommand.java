package org.namespan.trainer.cli;

import ai.djl.Device;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.namespan.model.text.ControlCharacters;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.config.TrainingConfigBuilder;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.export.ModelExporter;
import org.namespan.trainer.export.ParityReport;
import org.namespan.trainer.pretrained.PretrainedTagger;
import org.namespan.trainer.report.TrainingPageMonitor;
import org.namespan.trainer.text.TextOptions;
import org.namespan.trainer.training.Checkpoint;
import org.namespan.trainer.training.TaggerScorer;
import org.namespan.trainer.training.TaggerTrainer;
import org.namespan.trainer.training.TrainedTagger;
import org.namespan.trainer.training.TrainingMonitor;
import org.namespan.trainer.training.TrainingSources;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code namespan train}. */
@Command(
    name = "train",
    modelTransformer = SettingOptions.class,
    header = "Trains a tagger on your corpus.",
    customSynopsis = "namespan train --data FILE[=MAP] [--dev FILE[=MAP]] --out DIR [OPTION]...",
    description = {
      "Writes the tagger as one ONNX file, model.onnx in the folder of the run, beside the"
          + " checkpoint of the last epoch, training.jsonl, and training.html, its curves for a"
          + " browser. A run that was cut off goes on with --resume and the same options.",
      "",
      "Each option has three defaults, of the presets standard, plain and teacher. Of the first two,"
          + " below "
          + TrainingConfigBuilder.SMALL_CORPUS
          + " training sentences --batch-size is 8, --epochs 30, --patience 10 and --min-count 1"
          + " unless given.",
      "",
      "The preset teacher writes no model file: 'namespan label --model DIR' labels text with it, which"
          + " --soft learns from.",
      "",
      "With --from, --epochs is 30, --batch-size 8, --patience 10, --learning-rate 0.006 for the head"
          + " and 0.002 for tables, --encoder-rate 0.002, --dropout 0.4, --min-count 1, and"
          + " --min-score that of the model, unless given. The network is the model's; an option that"
          + " would change it is refused.",
      "",
      "--fact type.per=\"names of people\" has the model file say what an entity type means.",
      "",
      "Corpora whose types differ train one tagger when each has a type map, a file of lines such"
          + " as: PER = person. What a corpus does not tell can be left open in it: gpe ="
          + " location? or, for a type that it is not annotated with, open time."
    },
    footer = {
      "",
      "Examples:",
      "  namespan train --data train.conll --dev dev.conll --out runs/mine",
      "  namespan train --data train.conll --dev dev.conll --out runs/mine --resume",
      "  namespan train --data gmb.csv.gz=gmb.map --data ewt.iob2=uner.map \\",
      "    --dev dev.iob2=uner.map --out runs/both",
      "  namespan train --from model.onnx --data contracts.conll --out runs/contracts",
      "  namespan train --preset teacher --encoder bge-small-en-v15.jar \\",
      "    --data train.conll --dev dev.conll --out runs/teacher"
    })
final class TrainCommand implements Callable<Integer> {

  private static final int PARITY_SENTENCES = 10_000;

  @Spec private CommandSpec spec;

  @Mixin private SourceOptions sourceOptions = new SourceOptions();

  @Mixin private RunOptions run = new RunOptions();

  @Mixin private PresetOption preset = new PresetOption();

  @Mixin private TokenizerOption tokenizer = new TokenizerOption();

  @Mixin private LanguageOption language = new LanguageOption();

  @Mixin private DeviceOption device = new DeviceOption();

  @Mixin private PrecisionOption precision = new PrecisionOption();

  @ArgGroup(validate = false, heading = CorpusOptions.HEADING)
  private CorpusOptions corpusOptions = new CorpusOptions();

  @Override
  public Integer call() throws IOException {
    // Before any work: what cannot be trained or written is a mistake of the command line.
    TextOptions text = new TextOptions(tokenizer.tokenizer(), language.read());
    PretrainedTagger from = sourceOptions.readFrom();
    TrainingConfig asked = preset.builder(from, Integer.MAX_VALUE).build();
    if (from == null && asked.dropTypes()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--drop-types goes with --from, whose types it drops; leave it out");
    }
    sourceOptions.requireEncoder(preset.isTeacher());
    double maxLoss = precision.maxLoss(spec);
    Device trainedOn = DeviceName.read(device.name(), spec);
    Path folder = run.folder();
    run.requireRoom(Checkpoint.FILE_NAME);

    SourceOptions.Sources sources = sourceOptions.read(corpusOptions, from);
    TrainingSources training = sources.training();
    TrainingConfig config = preset.builder(from, training.train().sentences().size()).build();
    PrintWriter err = spec.commandLine().getErr();
    try (ConsoleMonitor console = new ConsoleMonitor(folder.resolve(Checkpoint.FILE_NAME), err);
        TrainingPageMonitor page =
            new TrainingPageMonitor(config, training, folder, console::pageUnwritten)) {
      TrainingMonitor monitor = TrainingMonitor.of(console, page);
      TaggerTrainer trainer = new TaggerTrainer(config, trainedOn, folder, monitor);
      TrainedTagger tagger;
      if (run.isResumed()) {
        tagger = trainer.resume(training, text, run.facts());
      } else {
        describe(training, config, err);
        tagger = trainer.train(training, text, run.facts());
      }
      page.finish();
      if (sources.test() != null) {
        tagger = scored(tagger, sources.test(), training);
      }
      if (training.encoder() != null) {
        ExportSummary.printTeacher(
            spec.commandLine().getOut(), folder.resolve(Checkpoint.FILE_NAME), tagger);
        return CommandLine.ExitCode.OK;
      }
      Corpus sample = sources.unlearned().first(PARITY_SENTENCES);
      ParityReport parity =
          ModelExporter.exportOrFiner(
              tagger,
              precision.precision(),
              maxLoss,
              sample,
              run.model(),
              PrecisionOption.refusals(err));
      ExportSummary.print(spec.commandLine().getOut(), run.model(), tagger, parity);
    }
    return CommandLine.ExitCode.OK;
  }

  private static void describe(TrainingSources sources, TrainingConfig config, PrintWriter err) {
    Corpus dev = sources.dev();
    err.printf(
        Locale.ROOT,
        "train: %s; dev: %s; types: %s; batches of %d, %s%d epochs%n",
        size(sources.train()),
        dev == null ? "none" : size(dev),
        ControlCharacters.escape(String.join(" ", sources.train().types())),
        config.optimization().batchSize(),
        dev == null ? "" : "at most ",
        config.optimization().epochs());
    if (sources.from() != null) {
      describe(sources.from(), sources.train().types(), config.dropTypes(), err);
    }
    err.flush();
  }

  private static void describe(
      PretrainedTagger from, Set<String> types, boolean dropTypes, PrintWriter err) {
    Set<String> others = new TreeSet<>(from.types());
    others.removeAll(types);
    Set<String> added = new TreeSet<>(types);
    added.removeAll(from.types());
    err.printf(
        "from %s: %s %s; adds %s%n",
        ControlCharacters.escape(from.name()),
        dropTypes ? "drops" : "keeps",
        names(others),
        names(added));
    for (String type : added) {
      for (String other : from.types()) {
        if (type.equalsIgnoreCase(other)) {
          err.printf(
              "found type %s beside %s of the model; if they mean the same, map one to the other by"
                  + " --data FILE=MAP%n",
              names(Set.of(type)), names(Set.of(other)));
        }
      }
    }
  }

  private static String names(Set<String> types) {
    return types.isEmpty() ? "none" : ControlCharacters.escape(String.join(" ", types));
  }

  private static String size(Corpus corpus) {
    return String.format(
        Locale.ROOT, "%,d sentences, %,d tokens", corpus.sentences().size(), corpus.tokenCount());
  }

  private TrainedTagger scored(TrainedTagger tagger, Corpus test, TrainingSources training)
      throws IOException {
    Set<String> kept = tagger.metadata().tagSet().types();
    kept.removeAll(training.train().types());
    kept.removeAll(test.types());
    return tagger
        .withFacts(Map.of("test.data", run.facts().getOrDefault("test.data", test.name())))
        .withTestScores(TaggerScorer.score(tagger, test.withOpenTypes(kept)));
  }
}
