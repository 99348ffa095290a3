package org.namespan.model.text;

import java.util.Locale;
import java.util.Set;

/** Abbreviations that keep their period, and of these the ones that stand before a name. */
final class Abbreviations {

  /** After these a sentence goes on if a capital follows. */
  private static final Set<String> TITLES =
      WordSet.of(
          "adm amb att atty brig capt cdr cllr cmdr col cpl cpt det dir dr drs ens esq fr ft"
              + " gen gov hon insp lt maj messrs mlle mme mmes mr mrs ms msgr mt mx ofc pfc pres"
              + " prof pvt rep reps rev rt sen sens sgt sr st ste supt treas vp");

  private static final Set<String> OTHERS =
      WordSet.of(
          "approx apr aug ave blvd dec esp excl ext incl dept dist ed eds est etc feb fig fri hwy"
              + " jan jul jun mar mfg mon no nos nov oct op pp pt rd sat sep sept sq sun thu thur tue"
              + " univ vol vols vs wed");

  /** What ends names of companies and people. */
  private static final Set<String> ENDINGS = WordSet.of("bros co corp inc jr ltd");

  private Abbreviations() {}

  /** Whether a word without its period is one, in any case. */
  static boolean contains(String word) {
    return isOfName(word) || OTHERS.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether a word without its period is one that begins or ends names, in any case. */
  static boolean isOfName(String word) {
    return isTitle(word) || ENDINGS.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether a word without its period is one before a name, in any case. */
  static boolean isTitle(String word) {
    return TITLES.contains(word.toLowerCase(Locale.ROOT));
  }
}
