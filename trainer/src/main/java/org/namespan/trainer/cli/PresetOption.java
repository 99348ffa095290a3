package org.namespan.trainer.cli;

import org.jspecify.annotations.Nullable;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.config.TrainingConfigBuilder;
import org.namespan.trainer.pretrained.PretrainedTagger;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that names the preset from which {@link SettingOptions} start. */
final class PresetOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      defaultValue = "standard",
      completionCandidates = Names.Presets.class,
      description = {
        "standard: the best recipe known, a BiLSTM over embeddings of words and their parts.",
        "plain: the textbook recipe, a one-directional LSTM over word embeddings.",
        "teacher: an --encoder that is fine-tuned, for 'namespan label' alone.",
        "Default: ${DEFAULT-VALUE}."
      })
  private String preset;

  /** Whether it is the preset for pre-trained encoders. */
  boolean isTeacher() {
    return preset.equals("teacher");
  }

  /**
   * The preset, suited to the number of training sentences, or what suits a tagger to begin from;
   * changed by what was given.
   *
   * @throws CommandLine.ParameterException if it is none, or a value cannot train, or would change
   *     the network of that tagger
   */
  TrainingConfigBuilder builder(@Nullable PretrainedTagger from, int sentences) {
    try {
      TrainingConfigBuilder builder =
          from == null ? TrainingConfig.preset(preset).optCorpusSize(sentences) : from.fineTuning();
      SettingOptions.apply(spec, builder);
      // What cannot train is found here.
      TrainingConfig config = builder.build();
      if (from != null) {
        from.requireNetwork(config);
      }
      return builder;
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
