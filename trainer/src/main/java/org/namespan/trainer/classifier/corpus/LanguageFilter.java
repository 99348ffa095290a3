package org.namespan.trainer.classifier.corpus;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.namespan.trainer.Version;
import org.namespan.trainer.corpus.CorpusException;

/**
 * Tells texts in one language from those in others, by the language detector of Apache OpenNLP: a
 * maximum-entropy model over pairs and triples of characters that knows 103 languages.
 *
 * <p>A text is taken for one in another language if some other is at least {@value #RATIO} times as
 * probable. What is too short to tell stays: the probabilities of a few words are nearly equal.
 * docs/classification.md has how many texts are told rightly. Not safe for use by several threads.
 */
public final class LanguageFilter {

  /** How many times as probable another language has to be. */
  public static final double RATIO = 1.5;

  private static final String MODEL = "langdetect-183.bin";

  /** Languages that the model knows by codes of their parts, by the codes that name the whole. */
  private static final Map<String, Set<String>> PARTS =
      Map.of(
          "zho", Set.of("cmn", "nan"),
          "nor", Set.of("nob", "nno"),
          "fas", Set.of("fas", "pes"),
          "lav", Set.of("lav", "lvs"),
          "est", Set.of("est", "ekk"),
          "mlg", Set.of("plt"));

  private final LanguageDetectorME detector;
  private final String language;
  private final Set<String> codes;

  private LanguageFilter(LanguageDetectorME detector, String language, Set<String> codes) {
    this.detector = detector;
    this.language = language;
    this.codes = codes;
  }

  /**
   * A filter for one language.
   *
   * @param language code such as {@code en} or {@code pt-BR}, of which the first part counts
   * @throws IOException if the model is not on the class path
   * @throws IllegalArgumentException if the model does not know the language
   */
  public static LanguageFilter of(String language) throws IOException {
    LanguageDetectorME detector = new LanguageDetectorME(model());
    Set<String> known = new TreeSet<>(Arrays.asList(detector.getSupportedLanguages()));
    String code = threeLetters(language);
    Set<String> codes = PARTS.getOrDefault(code, Set.of(code));
    if (!known.containsAll(codes)) {
      throw new IllegalArgumentException(
          "found the language '"
              + language
              + "', expected one that can be told from others, by its code of two or three letters: "
              + String.join(" ", known));
    }
    return new LanguageFilter(detector, language, codes);
  }

  private static LanguageDetectorModel model() throws IOException {
    try (InputStream stream = LanguageDetectorME.class.getResourceAsStream("/" + MODEL)) {
      if (stream == null) {
        String version = Version.languageModel();
        throw new FileNotFoundException(
            MODEL
                + ": not on the class path, expected it in opennlp-models-langdetect-"
                + version
                + ".jar; the command's zip takes this jar in its folder lib, from"
                + " https://repo.maven.apache.org/maven2/org/apache/opennlp/opennlp-models-langdetect/"
                + version);
      }
      return new LanguageDetectorModel(stream);
    }
  }

  private static String threeLetters(String language) {
    Locale locale = Locale.forLanguageTag(language);
    try {
      return locale.getISO3Language();
    } catch (MissingResourceException e) {
      return locale.getLanguage();
    }
  }

  /** Whether a text is in the language, or too short to tell. */
  public boolean keeps(String text) {
    Language[] byProbability = detector.predictLanguages(text);
    double wished = 0;
    for (Language each : byProbability) {
      if (codes.contains(each.getLang())) {
        wished = Math.max(wished, each.getConfidence());
      }
    }
    return byProbability[0].getConfidence() < RATIO * wished;
  }

  /**
   * The texts of a corpus that are in the language, or too short to tell.
   *
   * @throws CorpusException if there are none
   */
  public LabelledCorpus filter(LabelledCorpus corpus) throws CorpusException {
    List<LabelledText> kept =
        corpus.texts().stream().filter(text -> keeps(text.text())).collect(Collectors.toList());
    if (kept.isEmpty()) {
      throw new CorpusException(
          Path.of(corpus.name()),
          0,
          "found no text in the language " + language,
          "expected some",
          "name the language of the texts, or keep those of all");
    }
    return corpus.withTexts(kept);
  }

  /** What it does, for the facts of a model. */
  public String describe() {
    return language + ", unless another language is " + RATIO + " times as likely by " + MODEL;
  }
}
