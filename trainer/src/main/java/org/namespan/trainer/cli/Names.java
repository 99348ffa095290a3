package org.namespan.trainer.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.corpus.Casing;
import org.namespan.trainer.corpus.CorpusFormats;
import org.namespan.trainer.corpus.CorpusScheme;
import org.namespan.trainer.corpus.RepairPolicy;

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
}
