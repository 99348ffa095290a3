package org.namespan.trainer.cli;

import org.namespan.TaggerOptions;
import org.namespan.personaldata.PersonalDataFinder;
import picocli.CommandLine.Option;

/** The option that has personal data found by their form, beside what the model finds. */
final class PersonalDataOption {

  @Option(
      names = "--personal-data",
      description =
          "Find what its form tells too, as types of their own: email, url, phone, iban, card, ip,"
              + " birth_date, national_id.")
  private boolean wanted;

  /** The options of a tagger that finds them where that was asked for. */
  TaggerOptions addTo(TaggerOptions options) {
    return wanted ? PersonalDataFinder.addTo(options) : options;
  }
}
