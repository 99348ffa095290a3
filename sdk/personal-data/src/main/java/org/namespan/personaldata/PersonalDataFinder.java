package org.namespan.personaldata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import opennlp.tools.util.Span;
import org.namespan.Recognizer;
import org.namespan.TaggerOptions;

/**
 * Finds personal data that their form tells, beside the names that a model finds: addresses of mail
 * and the web, phone numbers, bank accounts, cards, computers, dates of birth, numbers of people.
 * What has check digits is checked.
 *
 * <pre>{@code
 * TaggerOptions options = PersonalDataFinder.addTo(TaggerOptions.defaults());
 * try (EntityTagger tagger = EntityTagger.english(options)) {
 *   Entity mail = tagger.tag("Write to ann@example.org.").get(0);
 *   mail.type(); // email
 *   mail.text(); // ann@example.org
 *   mail.source(); // personal-data
 *   new Redactor(tagger).redact("Write to ann@example.org.").text(); // Write to [EMAIL_1].
 * }
 * }</pre>
 *
 * <p>It takes time in proportion to the text, whatever that holds. Immutable, safe for use by many
 * threads.
 */
public final class PersonalDataFinder implements Recognizer.TextFinder {

  /** The {@link org.namespan.Entity#source} of what it finds. */
  public static final String NAME = "personal-data";

  /** Regions whose phone numbers may be written without their country code. */
  private static final List<String> ENGLISH_SPEAKING =
      Arrays.asList("US", "CA", "GB", "IE", "AU", "NZ");

  private final Set<PersonalDataType> types;
  private final Set<String> phoneRegions;
  private final List<Detector> detectors;

  /** A finder of all types, with phone numbers of English-speaking countries. */
  public PersonalDataFinder() {
    this(EnumSet.allOf(PersonalDataType.class), new TreeSet<>(ENGLISH_SPEAKING));
  }

  private PersonalDataFinder(Set<PersonalDataType> types, Set<String> phoneRegions) {
    this.types = types;
    this.phoneRegions = phoneRegions;
    this.detectors = detectors(types, phoneRegions);
  }

  private static List<Detector> detectors(Set<PersonalDataType> types, Set<String> phoneRegions) {
    List<Detector> detectors = new ArrayList<>();
    for (PersonalDataType type : types) {
      detectors.add(detector(type, phoneRegions));
    }
    return detectors;
  }

  private static Detector detector(PersonalDataType type, Set<String> phoneRegions) {
    switch (type) {
      case EMAIL:
        return new MailDetector();
      case URL:
        return new UrlDetector();
      case PHONE:
        return new PhoneDetector(phoneRegions);
      case IBAN:
        return new IbanDetector();
      case CARD:
        return new CardDetector();
      case IP:
        return new IpDetector();
      case BIRTH_DATE:
        return new BirthDateDetector();
      default:
        return new NationalIdDetector();
    }
  }

  /** Options with a recognizer of all types more, whose entities win over the model's. */
  public static TaggerOptions addTo(TaggerOptions options) {
    return options.withRecognizer(new PersonalDataFinder().recognizer());
  }

  /** A recognizer of what this finds, whose entities win over the model's. */
  public Recognizer recognizer() {
    return Recognizer.beforeModel(NAME, this);
  }

  /** A finder of these types alone. */
  public PersonalDataFinder withTypes(Set<PersonalDataType> types) {
    EnumSet<PersonalDataType> some = EnumSet.noneOf(PersonalDataType.class);
    some.addAll(types);
    return new PersonalDataFinder(some, phoneRegions);
  }

  /**
   * A finder that knows the phone numbers of these regions as they are written at home. Those that
   * begin with {@code +} are found of all regions.
   *
   * @param regions in the two letters of ISO 3166, {@code DE} for example. Default: {@code AU},
   *     {@code CA}, {@code GB}, {@code IE}, {@code NZ}, {@code US}
   * @throws IllegalArgumentException if libphonenumber does not know one
   */
  public PersonalDataFinder withPhoneRegions(Set<String> regions) {
    return new PersonalDataFinder(types, new TreeSet<>(regions));
  }

  /** The types of its entities with what they mean, in words. */
  @Override
  public Map<String, String> typeDescriptions() {
    Map<String, String> descriptions = new TreeMap<>();
    for (PersonalDataType type : types) {
      descriptions.put(type.type(), type.description());
    }
    return Collections.unmodifiableMap(descriptions);
  }

  /** What there is in a text, in its order, none overlapping. */
  @Override
  public Span[] findInText(String text) {
    PlainText plain = new PlainText(text);
    Findings found = new Findings(plain);
    for (Detector detector : detectors) {
      detector.find(plain, found);
    }
    return found.toArray();
  }
}
