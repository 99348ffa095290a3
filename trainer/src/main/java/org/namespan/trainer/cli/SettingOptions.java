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

  @Override
  public CommandSpec transform(CommandSpec command) {
    return command
        .addArgGroup(group("Learning", Settings.learning()))
        .addArgGroup(group("Network", Settings.network()));
  }

  private static ArgGroupSpec group(String title, List<Setting> settings) {
    String presets = String.join(", ", TrainingConfig.PRESETS);
    ArgGroupSpec.Builder group =
        ArgGroupSpec.builder()
            .validate(false)
            .heading("%n" + title + " (defaults of the presets " + presets + "):%n");
    for (Setting setting : settings) {
      setting.option().ifPresent(option -> group.addArg(spec(option)));
    }
    return group.build();
  }

  private static OptionSpec spec(Setting.Option<?> option) {
    OptionSpec.Builder spec =
        OptionSpec.builder(option.name()).type(option.type()).description(option.help());
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
                Object value = command.findOption(option.name()).getValue();
                if (value != null) {
                  option.set(preset, value);
                }
              });
    }
  }
}
