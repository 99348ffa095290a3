package org.namespan.trainer.cli;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.stream.Collectors;
import org.namespan.trainer.training.TrainingConfig;

/**
 * The defaults that the help page of {@code train} tells: {@code default.hidden} is {@code 128, 50}
 * for example, the hidden size of the presets standard and plain. Public because resource bundles
 * have to be.
 */
public final class PresetDefaults extends ListResourceBundle {

  @Override
  protected Object[][] getContents() {
    List<Object[]> contents = new ArrayList<>();
    TrainingConfig standard = TrainingConfig.standard().build();
    TrainingConfig plain = TrainingConfig.plain().build();
    for (RecordComponent part : TrainingConfig.class.getRecordComponents()) {
      contents.add(
          new Object[] {
            "default." + part.getName(), value(part, standard) + ", " + value(part, plain)
          });
    }
    contents.add(
        new Object[] {
          "default.wordCase", standard.recipe().wordCase() + ", " + plain.recipe().wordCase()
        });
    contents.add(new Object[] {"default.hashed", hashed(standard) + "; " + hashed(plain)});
    return contents.toArray(Object[][]::new);
  }

  private static String value(RecordComponent part, TrainingConfig config) {
    try {
      Object value = part.getAccessor().invoke(config);
      if (value == null) {
        return "that of the run";
      }
      if (value instanceof Boolean flag) {
        return flag ? "yes" : "no";
      }
      // Upper-case names such as BIO are typed in lower case, and 0.0 reads well as 0.
      return value.toString().toLowerCase(Locale.ROOT).replaceFirst("\\.0$", "");
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("the record is public", e);
    }
  }

  private static String hashed(TrainingConfig config) {
    String features =
        config.recipe().hashed().stream()
            .map(hashed -> hashed.feature().id() + "=" + hashed.rows())
            .collect(Collectors.joining(","));
    return features.isEmpty() ? "none" : features;
  }
}
