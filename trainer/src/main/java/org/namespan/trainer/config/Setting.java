package org.namespan.trainer.config;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * One row of {@link Settings}: a component of {@link TrainingConfig} or of one of its groups.
 *
 * @param name of the component, which messages use: {@code batchSize}
 * @param value reads it from a configuration
 * @param option what changes it on the command line; empty where the preset or the API decides
 */
public record Setting(
    String name, Function<TrainingConfig, Object> value, Optional<Option<?>> option) {

  /**
   * An option of {@code namespan train}.
   *
   * @param name as it is typed: {@code --batch-size}; that of a {@code Boolean} has a negated twin
   * @param label what stands for the value on the help page: {@code N}
   * @param type of the value; a {@code Map} has the table rows of each hashed feature
   * @param setter changes a preset to a value
   * @param description for the help page; picocli writes the values of an enum in place of <code>
   *     ${COMPLETION-CANDIDATES}</code>
   * @param defaults tells what some presets have
   */
  public record Option<T>(
      String name,
      String label,
      Class<T> type,
      BiConsumer<TrainingConfigBuilder, T> setter,
      String description,
      Function<List<TrainingConfig>, String> defaults) {

    /** Text of the help page, with the default of each of some presets. */
    public String help(List<TrainingConfig> presets) {
      return description + " Default: " + defaults.apply(presets) + ".";
    }

    /**
     * Changes a preset.
     *
     * @param value of {@link #type}
     */
    public void set(TrainingConfigBuilder preset, Object value) {
      setter.accept(preset, type.cast(value));
    }
  }
}
