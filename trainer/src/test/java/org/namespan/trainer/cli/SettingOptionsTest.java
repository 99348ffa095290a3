package org.namespan.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.namespan.model.feature.FeatureRecipe.Hashed;
import org.namespan.model.feature.HashedFeature;
import org.namespan.model.tag.TagScheme;
import org.namespan.trainer.config.Setting;
import org.namespan.trainer.config.Settings;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.config.TrainingConfigBuilder;
import org.namespan.trainer.network.encoder.Cell;
import picocli.CommandLine;

class SettingOptionsTest {

  private static TrainingConfig standardWith(String... options) {
    List<String> args = new ArrayList<>(List.of("train", "--data", "a.conll", "--out", "run"));
    args.addAll(List.of(options));
    CommandLine command = NamespanCommand.commandLine();
    command.parseArgs(args.toArray(String[]::new));
    TrainingConfigBuilder builder = TrainingConfig.standard();
    SettingOptions.apply(command.getSubcommands().get("train").getCommandSpec(), builder);
    return builder.build();
  }

  @Test
  void presetStaysWhereNothingIsGiven() {
    assertEquals(TrainingConfig.standard().build(), standardWith());
  }

  @Test
  void changesWhatIsGiven() {
    TrainingConfig expected =
        TrainingConfig.standard()
            .optHidden(7)
            .optBidirectional(false)
            .optSkip(true)
            .optCell(Cell.RNN_TANH)
            .optScheme(TagScheme.IOB1)
            .optHashed(
                List.of(
                    new Hashed(HashedFeature.SHAPE, 4),
                    new Hashed(HashedFeature.LOWER, 8),
                    new Hashed(HashedFeature.SUFFIX2, 2)))
            .optLearningRate(0.5)
            .optTableLearningRate(0.5)
            .optMinScore(0.25)
            .optSeed(1L << 40)
            .build();
    assertEquals(
        expected,
        standardWith(
            "--hidden=7",
            "--no-bidirectional",
            "--skip",
            "--cell",
            "rnn-tanh",
            "--labels-as",
            "iob1",
            "--hashed",
            "shape=4,lower=8",
            "--hashed",
            "suffix2=2",
            "--learning-rate",
            "0.5",
            "--min-score",
            "0.25",
            "--seed",
            Long.toString(1L << 40)));
  }

  @Test
  void everyOptionOfTheTableIsOnTheHelpPage() {
    String help = CommandRun.of("train", "--help").assertOk().out();
    for (Setting setting : Settings.all()) {
      setting
          .option()
          .map(option -> option.name().replaceFirst("^--", ""))
          .ifPresent(
              name ->
                  assertTrue(help.contains(" --" + name) || help.contains("[no-]" + name), name));
    }
  }
}
