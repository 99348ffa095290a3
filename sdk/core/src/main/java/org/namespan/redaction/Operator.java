package org.namespan.redaction;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What takes the place of a name, as Presidio's anonymizer has its operators.
 *
 * <pre>{@code
 * RedactorOptions masks = RedactorOptions.defaults().withOperator(Operator.mask('*'));
 * Redactor redactor = new Redactor(tagger, masks);
 * redactor.redact("Barack Obama flew to Thailand.").text(); // ************ flew to ********.
 * }</pre>
 *
 * <p>Immutable, safe for use by many threads.
 */
public abstract class Operator {

  /** For those that are here. */
  Operator() {}

  /**
   * Begins a text.
   *
   * @param taken labels with ids of the placeholders that stand in it
   */
  abstract Replacer begin(String text, Set<String> taken);

  /** Whether what takes the place of a name tells which it was, by a map. */
  boolean isReversible() {
    return true;
  }

  /** Whether what takes the place of a name is told from all other text by its brackets. */
  boolean isBracketed() {
    return true;
  }

  /**
   * Placeholders {@code [PERSON_1]}, numbered in text order for each label. A name that is written
   * in another case, or with other white space, has the same number and tells the way of writing,
   * so that it comes back as it was: {@code OBAMA} beside {@code Obama} is {@code [PERSON_1-2]}. A
   * number of which a placeholder stands in the text already is left out.
   */
  public static Operator placeholder() {
    return new Operator() {
      @Override
      Replacer begin(String text, Set<String> taken) {
        return new PlaceholderReplacer(PlaceholderReplacer.numbers(), taken);
      }
    };
  }

  /**
   * A sign for each character. What is masked cannot be restored.
   *
   * @throws IllegalArgumentException if the sign is part of a word, half of a character, or a blank
   *     or what else nobody sees, without which words around it could be a name
   */
  public static Operator mask(char sign) {
    if (Words.isPart(sign)
        || Words.isBlank(sign)
        || Words.isInvisible(sign)
        || Character.isSurrogate(sign)) {
      throw new IllegalArgumentException(
          "found a mask of the code "
              + (int) sign
              + ", expected a sign that is seen and is no part of words");
    }
    return new Operator() {
      @Override
      Replacer begin(String text, Set<String> taken) {
        return (name, written, form) -> masked(written.codePointCount(0, written.length()), sign);
      }

      @Override
      boolean isReversible() {
        return false;
      }
    };
  }

  private static String masked(int characters, char sign) {
    StringBuilder mask = new StringBuilder(characters);
    for (int i = 0; i < characters; i++) {
      mask.append(sign);
    }
    return mask.toString();
  }

  /**
   * Placeholders whose id is a hash, {@code [PERSON_52fdfc072182654f]}: the same for the same name
   * in every text that is redacted with the secret. It is the first 64 bits of HMAC-SHA-256 (RFC
   * 2104) of the label, a line feed and the name in lower case, in UTF-8; 128 or 256 bits where two
   * names of a text share 64. Who knows the secret can try names.
   *
   * @param secret copied; at least 16 bytes
   * @throws IllegalArgumentException if it is shorter
   */
  public static Operator hash(byte[] secret) {
    if (secret.length < 16) {
      throw new IllegalArgumentException(
          "the secret has " + secret.length + " bytes, expected at least 16");
    }
    SecretKeySpec key = new SecretKeySpec(secret, "HmacSHA256");
    return new Operator() {
      @Override
      Replacer begin(String text, Set<String> taken) {
        Mac mac = mac(key);
        return new PlaceholderReplacer((name, attempt) -> id(mac, name, attempt), taken);
      }
    };
  }

  /**
   * Made-up names of people, places and organisations, the same for the same name of a text and in
   * its case; placeholders for all else, once there are no more (4,096 people, 512 organisations,
   * 64 places), and for the whole text where a made-up name could be mistaken in it. No word of a
   * made-up name stands in the text.
   *
   * @param seed another gives others; the same gives the same for the same text
   */
  public static Operator madeUp(long seed) {
    return new Operator() {
      @Override
      Replacer begin(String text, Set<String> taken) {
        return new MadeUpReplacer(text, seed, placeholder().begin(text, taken));
      }

      @Override
      boolean isBracketed() {
        return false;
      }
    };
  }

  private static Mac mac(SecretKeySpec key) {
    try {
      Mac mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256, which every Java and Android has, failed", e);
    }
  }

  private static String id(Mac mac, Name name, int attempt) {
    String hashed = name.label() + "\n" + name.folded();
    StringBuilder hex = new StringBuilder(64);
    for (byte each : mac.doFinal(hashed.getBytes(StandardCharsets.UTF_8))) {
      hex.append(Character.forDigit((each >> 4) & 15, 16))
          .append(Character.forDigit(each & 15, 16));
    }
    return attempt < 2 ? hex.substring(0, 16 << attempt) : hex.append(attempt - 2).toString();
  }
}
