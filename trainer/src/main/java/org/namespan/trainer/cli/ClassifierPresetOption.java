package org.namespan.trainer.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.namespan.model.text.CleaningStep;
import org.namespan.trainer.config.ClassifierConfig;
import org.namespan.trainer.network.Pooling;
import org.namespan.trainer.pretrained.PretrainedClassifier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that make the configuration of a classifier: a preset, and what is changed of it. */
final class ClassifierPresetOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      defaultValue = "standard",
      completionCandidates = Names.ClassifierPresets.class,
      description = {
        "standard: the best recipe known, a BiLSTM over embeddings of words and their parts.",
        "plain: the textbook recipe, the last state of an RNN over word embeddings.",
        "Default: ${DEFAULT-VALUE}."
      })
  private String preset;

  @Option(
      names = "--pooling",
      paramLabel = "KIND",
      description =
          "How the vectors of a text's tokens become one: ${COMPLETION-CANDIDATES}. Default: max,"
              + " last with the preset plain.")
  private @Nullable Pooling pooling;

  @Option(
      names = "--several",
      description = "A text may have any number of classes; else it has exactly one.")
  private boolean several;

  @Option(
      names = "--clean",
      paramLabel = "STEP",
      split = ",",
      converter = StepConverter.class,
      description =
          "What is taken out of texts, in training and in use: html, addresses, emoticons,"
              + " punctuation, digits, white-space (line breaks become spaces), lower-case; several"
              + " apart by commas. Default: nothing.")
  private List<CleaningStep> cleaning = List.of();

  /**
   * The configuration, suited to the number of training texts or to a classifier to begin from.
   *
   * @throws CommandLine.ParameterException if a value cannot train, or would change the network of
   *     that classifier
   */
  ClassifierConfig read(@Nullable PretrainedClassifier from, int texts) {
    try {
      ClassifierConfig.Builder builder = from == null ? builder(texts) : from.fineTuning();
      SettingOptions.apply(spec, builder.training());
      ClassifierConfig config = builder.build();
      if (from != null) {
        from.requireNetwork(config);
      }
      return config;
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private ClassifierConfig.Builder builder(int texts) {
    ClassifierConfig.Builder builder =
        ClassifierConfig.preset(preset).optSeveralClasses(several).optCleaning(cleaning);
    builder.training().optCorpusSize(texts);
    if (pooling != null) {
      builder.optPooling(pooling);
    }
    return builder;
  }

  /** Takes the name of a cleaning step. */
  static final class StepConverter implements CommandLine.ITypeConverter<CleaningStep> {
    @Override
    public CleaningStep convert(String name) {
      for (CleaningStep step : CleaningStep.values()) {
        if (step.id().equals(name)) {
          return step;
        }
      }
      throw new CommandLine.TypeConversionException(
          "expected one of " + List.of(CleaningStep.values()) + " but was '" + name + "'");
    }
  }
}
