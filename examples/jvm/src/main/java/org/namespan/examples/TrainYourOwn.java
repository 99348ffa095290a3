package org.namespan.examples;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.namespan.Entity;
import org.namespan.EntityTagger;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusFormats;
import org.namespan.trainer.corpus.Split;
import org.namespan.trainer.corpus.Splits;
import org.namespan.trainer.export.ModelExporter;
import org.namespan.trainer.text.TextOptions;
import org.namespan.trainer.training.DevScores;
import org.namespan.trainer.training.EpochReport;
import org.namespan.trainer.training.TaggerTrainer;
import org.namespan.trainer.training.TrainedTagger;
import org.namespan.trainer.training.TrainingMonitor;
import org.namespan.trainer.training.TrainingSources;

/** Trains a tagger on labels of your own (food, tool and amount in recipes) and uses it. */
public final class TrainYourOwn {

  private TrainYourOwn() {}

  /** Trains in the folder that is named, or in a temporary one, and tags a new sentence. */
  public static void main(String[] args) throws IOException {
    Path folder =
        args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("namespan-recipes");
    Path model = train(folder);
    System.out.println(model);
    try (EntityTagger tagger = EntityTagger.load(model)) {
      for (Entity entity : tagger.tag("Stir two cups of sugar into the bowl.")) {
        System.out.println(entity.type() + " " + entity.text());
      }
    }
  }

  /** Writes {@code recipes.onnx} to the folder and returns its path. */
  static Path train(Path folder) throws IOException {
    Corpus corpus = CorpusFormats.read(recipes(folder));
    Split split = Splits.random(corpus, 0.15, 1);

    TrainingConfig config =
        TrainingConfig.standard()
            .optCorpusSize(split.train().sentences().size())
            .optHidden(64)
            .build();
    TaggerTrainer trainer = new TaggerTrainer(config, folder.resolve("run"), new Progress());
    TrainedTagger tagger =
        trainer.train(
            TrainingSources.of(split.train(), split.dev()),
            TextOptions.learned("en"),
            Map.of("training.licence", "Apache-2.0"));

    Path model = folder.resolve("recipes.onnx");
    ModelExporter.export(tagger, split.dev(), model);
    return model;
  }

  /** The corpus, a token and its tag a line, as a file. */
  private static Path recipes(Path folder) throws IOException {
    Path file = Files.createDirectories(folder).resolve("recipes.conll");
    try (InputStream corpus = TrainYourOwn.class.getResourceAsStream("recipes.conll")) {
      Files.write(file, corpus.readAllBytes());
    }
    return file;
  }

  private static final class Progress implements TrainingMonitor {
    @Override
    public void epochDone(EpochReport report) {
      DevScores dev = report.dev();
      // There are none where there is no dev set.
      if (dev != null) {
        System.out.printf("epoch %d: dev F1 %.3f%n", report.epoch(), dev.f1());
      }
    }
  }
}
