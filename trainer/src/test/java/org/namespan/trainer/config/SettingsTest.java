package org.namespan.trainer.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.feature.FeatureRecipe.Hashed;
import org.namespan.model.feature.HashedFeature;

class SettingsTest {

  /** Settings that a preset derives from others unless they are set too. */
  private static final Map<String, String> FOLLOWERS =
      Map.of("learningRate", "tableLearningRate", "combiner", "hashDim");

  @Test
  void everyComponentHasOneRow() {
    List<String> components = components(TrainingConfig.class);
    // Drawn from the training corpus.
    components.remove("others");
    assertEquals(
        components.stream().sorted().toList(),
        Settings.all().stream().map(Setting::name).sorted().toList());
  }

  private static List<String> components(Class<?> type) {
    List<String> names = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      boolean group =
          component.getType().getPackage() == TrainingConfig.class.getPackage()
              && component.getType().isRecord();
      if (group || component.getType() == FeatureRecipe.class) {
        names.addAll(components(component.getType()));
      } else {
        names.add(component.getName());
      }
    }
    return names;
  }

  static List<Setting> settings() {
    return Settings.all().stream().filter(setting -> setting.option().isPresent()).toList();
  }

  /** The setter of a row changes what its name and its reader stand for, and nothing else. */
  @ParameterizedTest
  @MethodSource("settings")
  void optionChangesItsSetting(Setting setting) {
    // Filters need characters of some width.
    TrainingConfig before = TrainingConfig.standard().optCharDim(8).build();
    Setting.Option<?> option = setting.option().orElseThrow();
    TrainingConfigBuilder changed = TrainingConfig.standard().optCharDim(8);
    option.set(changed, another(option.type(), setting.value().apply(before)));
    TreeSet<String> expected = new TreeSet<>(List.of(setting.name()));
    if (FOLLOWERS.containsKey(setting.name())) {
      expected.add(FOLLOWERS.get(setting.name()));
    }
    assertEquals(expected, differing(before, changed.build()));
  }

  @Test
  void setterWithoutOptionChangesItsSetting() {
    TrainingConfig before = TrainingConfig.plain().build();
    assertEquals(
        "clipNorm 5.0, not 1.0", before.difference(TrainingConfig.plain().optClipNorm(1).build()));
    assertEquals(
        "tableLearningRate 0.004, not 1.0",
        before.difference(TrainingConfig.plain().optTableLearningRate(1).build()));
    assertEquals(
        "unknownProbability 0.5, not 0.0",
        before.difference(TrainingConfig.plain().optUnknownProbability(0).build()));
  }

  private static TreeSet<String> differing(TrainingConfig one, TrainingConfig other) {
    return Arrays.stream(one.difference(other).split("; "))
        .map(part -> part.substring(0, part.indexOf(' ')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Object another(Class<?> type, Object value) {
    if (type == Integer.class) {
      return (Integer) value + 1;
    }
    if (type == Long.class) {
      return (Long) value + 1;
    }
    if (type == Double.class) {
      return 0.125;
    }
    if (type == Boolean.class) {
      return !(Boolean) value;
    }
    if (type == Map.class) {
      return Map.of("shape", 16);
    }
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant != value)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void differenceNamesBothValues() {
    TrainingConfig first = TrainingConfig.standard().optMinScore(0.5).build();
    TrainingConfig second = TrainingConfig.standard().optEpochs(3).optSeed(2).build();
    assertEquals(
        "epochs 8, not 3; minScore 0.5, not none; seed 1, not 2", first.difference(second));
    assertEquals("", first.difference(first));
  }

  /** Rows of the one table of hashed features stand in the order of the recipe. */
  @Test
  void orderOfHashedFeaturesCounts() {
    Hashed lower = new Hashed(HashedFeature.LOWER, 8);
    Hashed shape = new Hashed(HashedFeature.SHAPE, 4);
    TrainingConfig one = TrainingConfig.plain().optHashed(List.of(lower, shape)).build();
    TrainingConfig other = TrainingConfig.plain().optHashed(List.of(shape, lower)).build();
    assertEquals("hashed lower=8,shape=4, not shape=4,lower=8", one.difference(other));
    assertFalse(one.equals(other));
  }

  @Test
  void presetsHaveTheirNames() {
    for (String name : TrainingConfig.PRESETS) {
      assertEquals(name, TrainingConfig.preset(name).build().preset());
    }
  }
}
