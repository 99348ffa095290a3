package org.namespan.trainer.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.namespan.trainer.config.Setting;
import org.namespan.trainer.config.Settings;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.config.TrainingConfigBuilder;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of {@code train} that change a preset, one for each row of {@link Settings}. */
final class SettingOptions implements IModelTransformer {

  private static final List<TrainingConfig> PRESETS =
      TrainingConfig.PRESETS.stream().map(name -> TrainingConfig.preset(name).build()).toList();

  @Override
  public CommandSpec transform(CommandSpec command) {
    return command
        .addArgGroup(group("Learning", Settings.learning(), TrainingConfig.PRESETS, PRESETS))
        .addArgGroup(group("Network", Settings.network(), TrainingConfig.PRESETS, PRESETS));
  }

  /**
   * A group of options.
   *
   * @param names of the presets whose defaults are told
   */
  static ArgGroupSpec group(
      String title, List<Setting> settings, List<String> names, List<TrainingConfig> presets) {
    ArgGroupSpec.Builder group =
        ArgGroupSpec.builder()
            .validate(false)
            .heading(
                "%n" + title + " (defaults of the presets " + String.join(", ", names) + "):%n");
    for (Setting setting : settings) {
      setting.option().ifPresent(option -> group.addArg(spec(option, presets)));
    }
    return group.build();
  }

  private static OptionSpec spec(Setting.Option<?> option, List<TrainingConfig> presets) {
    OptionSpec.Builder spec =
        OptionSpec.builder(option.name()).type(option.type()).description(option.help(presets));
    if (option.type() == Boolean.class) {
      return spec.negatable(true).build();
    }
    spec.paramLabel(option.label());
    if (option.type() == Map.class) {
      spec.auxiliaryTypes(String.class, Integer.class).splitRegex(",");
    } else if (option.type().isEnum()) {
      spec.completionCandidates(names(option.type()));
    }
    return spec.build();
  }

  private static List<String> names(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(value -> value.toString().toLowerCase(Locale.ROOT))
        .toList();
  }

  /** Changes what was given on the command line and leaves the rest. */
  static void apply(CommandSpec command, TrainingConfigBuilder preset) {
    for (Setting setting : Settings.all()) {
      setting
          .option()
          .ifPresent(
              option -> {
                OptionSpec given = command.findOption(option.name());
                Object value = given == null ? null : given.getValue();
                if (value != null) {
                  option.set(preset, value);
                }
              });
    }
  }
}
