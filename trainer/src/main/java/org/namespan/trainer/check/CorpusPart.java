package org.namespan.trainer.check;

import java.util.Locale;

/** What a corpus is for, in the order in which parts are looked at. */
public enum CorpusPart {
  TRAIN,
  DEV,
  TEST;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
