package org.namespan.trainer.cli;

import java.util.EnumSet;
import java.util.Set;
import org.namespan.TaggerOptions;
import org.namespan.personaldata.PersonalDataFinder;
import org.namespan.personaldata.PersonalDataType;
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

  /**
   * The same for some types, of the model or of personal data.
   *
   * @param types empty for all
   */
  TaggerOptions addTo(TaggerOptions options, Set<String> types) {
    TaggerOptions some = options.withTypes(types);
    if (!wanted || types.isEmpty()) {
      return addTo(some);
    }
    EnumSet<PersonalDataType> found = EnumSet.noneOf(PersonalDataType.class);
    for (PersonalDataType type : PersonalDataType.values()) {
      if (types.contains(type.type())) {
        found.add(type);
      }
    }
    return some.withRecognizer(new PersonalDataFinder().withTypes(found).recognizer());
  }
}
