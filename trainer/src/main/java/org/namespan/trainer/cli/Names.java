package org.namespan.trainer.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.namespan.trainer.classifier.corpus.LabelledTextFormats;
import org.namespan.trainer.config.ClassifierConfig;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.corpus.Casing;
import org.namespan.trainer.corpus.CorpusFormats;
import org.namespan.trainer.corpus.CorpusScheme;
import org.namespan.trainer.corpus.RepairPolicy;
import org.namespan.trainer.document.OffsetUnit;
import org.namespan.trainer.document.SpanPolicy;
import org.namespan.trainer.document.TextFormats;

/** The values of an option in lower case, for help and completion. */
abstract class Names implements Iterable<String> {

  private final Object[] values;

  private Names(Object[] values) {
    this.values = values;
  }

  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(values).map(value -> value.toString().toLowerCase(Locale.ROOT)).iterator();
  }

  static final class Presets extends Names {
    Presets() {
      super(TrainingConfig.PRESETS.toArray());
    }
  }

  static final class Formats extends Names {
    Formats() {
      super(CorpusFormats.names().toArray());
    }
  }

  /** Formats that {@code convert} reads. */
  static final class Sources extends Names {
    Sources() {
      super(join(CorpusFormats.names(), TextFormats.names()));
    }
  }

  /** Formats that {@code convert} writes. */
  static final class Targets extends Names {
    Targets() {
      super(join(List.of(ConvertCommand.COLUMNS), TextFormats.names()));
    }
  }

  /** Formats of annotation tools. */
  static final class TextTargets extends Names {
    TextTargets() {
      super(TextFormats.names().toArray());
    }
  }

  static final class Units extends Names {
    Units() {
      super(OffsetUnit.values());
    }
  }

  static final class SpanPolicies extends Names {
    SpanPolicies() {
      super(SpanPolicy.values());
    }
  }

  private static Object[] join(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).toArray();
  }

  static final class Schemes extends Names {
    Schemes() {
      super(CorpusScheme.values());
    }
  }

  static final class Casings extends Names {
    Casings() {
      super(Casing.values());
    }
  }

  static final class Policies extends Names {
    Policies() {
      super(RepairPolicy.values());
    }
  }

  static final class ClassifierPresets extends Names {
    ClassifierPresets() {
      super(ClassifierConfig.PRESETS.toArray());
    }
  }

  static final class LabelledTextFormatNames extends Names {
    LabelledTextFormatNames() {
      super(LabelledTextFormats.names().toArray());
    }
  }
}
