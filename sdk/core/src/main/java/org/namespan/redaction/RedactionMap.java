package org.namespan.redaction;

import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.SecretKey;

/**
 * What the placeholders of a redacted text stand for, to be kept apart from it.
 *
 * <pre>{@code
 * RedactionMap map = new Redactor(tagger).redact("Barack Obama flew to Thailand.").map();
 * RedactionMap read = RedactionMap.of(map.toBytes());
 * read.restore("Where is [PERSON_1]?"); // Where is Barack Obama?
 * SecretKey key = KeyGenerator.getInstance("AES").generateKey();
 * byte[] secret = map.encrypt(key);
 * RedactionMap.decrypt(secret, key).originals().size(); // 2
 * }</pre>
 *
 * <p>Immutable, safe for use by many threads.
 */
public final class RedactionMap {

  private final Map<String, String> originals;
  private final Trie<String> search = new Trie<>();
  private final int lost;

  RedactionMap(Map<String, String> originals, int lost) {
    this.originals = Collections.unmodifiableMap(new LinkedHashMap<>(originals));
    this.lost = lost;
    for (Map.Entry<String, String> each : originals.entrySet()) {
      search.put(each.getKey(), each.getValue());
    }
  }

  /**
   * What stood in the text, by what took its place. A placeholder that stood in the text itself
   * stands for itself. One beside which markup was kept is there with the markup, and without it.
   */
  public Map<String, String> originals() {
    return originals;
  }

  /** In how many places of the text something stood that no map can restore: masks. */
  public int lost() {
    return lost;
  }

  /**
   * Restores the names in a text that was redacted, or in what another program made of it. Other
   * placeholders stay as they are; {@link #restorer} tells which.
   */
  public String restore(String text) {
    Restorer restorer = restorer();
    String restored = restorer.push(text);
    return restored + restorer.end();
  }

  /** Restores the names of one text that comes in pieces. */
  public Restorer restorer() {
    return new Restorer(search);
  }

  /**
   * This map as lines of UTF-8. The first is {@code namespan-redaction-map}, the version {@code 1},
   * {@link #lost} and how many lines follow, each a placeholder and what it stands for. Tabs part
   * them. In both, {@code \\} is a backslash, and {@code \}{@code u} with four hexadecimal digits a
   * control character, a line separator or half of a surrogate pair.
   */
  public byte[] toBytes() {
    return MapCodec.write(this);
  }

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @throws IllegalArgumentException if it is something else; the message has the line, but nothing
   *     of what stands there
   */
  public static RedactionMap of(byte[] bytes) {
    return MapCodec.read(bytes);
  }

  /**
   * This map, encrypted with AES in Galois/Counter Mode (NIST SP 800-38D): the bytes {@code NSRM}
   * and 1, which are authenticated too, a random initialisation vector of 12 bytes, and what {@link
   * #toBytes} gives, encrypted, with a tag of 16 bytes.
   *
   * @param key of AES, 128, 192 or 256 bits
   * @throws GeneralSecurityException if the key is none of these
   */
  public byte[] encrypt(SecretKey key) throws GeneralSecurityException {
    return MapCipher.encrypt(toBytes(), key);
  }

  /**
   * Reads what {@link #encrypt} wrote.
   *
   * @throws GeneralSecurityException if the key is another, or a byte was changed or is missing
   */
  public static RedactionMap decrypt(byte[] encrypted, SecretKey key)
      throws GeneralSecurityException {
    return of(MapCipher.decrypt(encrypted, key));
  }
}
