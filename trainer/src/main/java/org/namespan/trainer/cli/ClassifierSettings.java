package org.namespan.trainer.cli;

import java.util.List;
import org.namespan.trainer.config.ClassifierConfig;
import org.namespan.trainer.config.Setting;
import org.namespan.trainer.config.Settings;
import org.namespan.trainer.config.TrainingConfig;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;

/** The options of {@code classifier train} that change a preset and that taggers have as well. */
final class ClassifierSettings implements IModelTransformer {

  private static final List<TrainingConfig> PRESETS =
      ClassifierConfig.PRESETS.stream()
          .map(name -> ClassifierConfig.preset(name).build().training())
          .toList();

  @Override
  public CommandSpec transform(CommandSpec command) {
    add("Learning", Settings.learning(), command);
    add("Network", Settings.network(), command);
    return command;
  }

  private static void add(String title, List<Setting> settings, CommandSpec command) {
    command.addArgGroup(
        SettingOptions.group(
            title, Settings.ofClassifiers(settings), ClassifierConfig.PRESETS, PRESETS));
  }
}
