package org.namespan.redaction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionMapTest {

  private static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");

  private static final RedactionMap MAP = map();

  private static RedactionMap map() {
    Map<String, String> originals = new LinkedHashMap<>();
    originals.put("[PERSON_1]", "Zoë \\ 😀");
    originals.put("[PERSON_1-2]", "Zoë\n\t\u2028\uD83D");
    originals.put("[X_1]", "[X_1]");
    return new RedactionMap(originals, 2);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void isWrittenAsLines() {
    String written =
        "namespan-redaction-map\t1\t2\t3\n"
            + "[PERSON_1]\tZoë \\\\ 😀\n"
            + "[PERSON_1-2]\tZoë\\u000a\\u0009\\u2028\\ud83d\n"
            + "[X_1]\t[X_1]\n";
    assertArrayEquals(utf8(written), MAP.toBytes());
    RedactionMap read = RedactionMap.of(utf8(written));
    assertEquals(MAP.originals(), read.originals());
    assertEquals(2, read.lost());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "namespan-redaction-map\t2\t0\n",
        "namespan-redaction-map\t1\t0\t0",
        "namespan-redaction-map\t1\tObama\t0\n",
        "namespan-redaction-map\t1\t-1\t0\n",
        "namespan-redaction-map\t1\t0\t1\nObama\n",
        "namespan-redaction-map\t1\t0\t1\n\tObama\n",
        "namespan-redaction-map\t1\t0\t1\nx\tObama\ty\n",
        "namespan-redaction-map\t1\t0\t2\nx\tObama\nx\ty\n",
        "namespan-redaction-map\t1\t0\t1\nx\tObama\\n\n",
        "namespan-redaction-map\t1\t0\t1\nx\tObama\\u00g0\n",
        "namespan-redaction-map\t1\t0\t1\nx\tObama\\u00\n",
        "namespan-redaction-map\t1\t0\t2\nx\tObama\n",
        "namespan-redaction-map\t1\t0\n",
        "namespan-redaction-map\t1\t\t0\n",
        "namespan-redaction-map\t1\t٣\t0\n"
      })
  void refusesWhatIsNoMapAndTellsNothingOfIt(String written) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> RedactionMap.of(utf8(written)))
            .getMessage();
    assertFalse(message.contains("Obama"), message);
  }

  @Test
  void refusesWhatIsNotUtf8() {
    assertThrows(IllegalArgumentException.class, () -> RedactionMap.of(new byte[] {(byte) 0xC3}));
  }

  @Test
  void isEncryptedAsItSays() throws GeneralSecurityException {
    byte[] encrypted = MAP.encrypt(KEY);
    assertEquals(MAP.originals(), RedactionMap.decrypt(encrypted, KEY).originals());
    assertArrayEquals(new byte[] {'N', 'S', 'R', 'M', 1}, Arrays.copyOf(encrypted, 5));
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE, KEY, new GCMParameterSpec(128, Arrays.copyOfRange(encrypted, 5, 17)));
    cipher.updateAAD(encrypted, 0, 5);
    assertArrayEquals(MAP.toBytes(), cipher.doFinal(encrypted, 17, encrypted.length - 17));
  }

  @Test
  void hasAnInitialisationVectorOfItsOwnEachTime() throws GeneralSecurityException {
    byte[] first = MAP.encrypt(KEY);
    byte[] second = MAP.encrypt(KEY);
    assertFalse(Arrays.equals(Arrays.copyOfRange(first, 5, 17), Arrays.copyOfRange(second, 5, 17)));
  }

  @Test
  void refusesEveryChangedByteAndEveryLoss() throws GeneralSecurityException {
    byte[] encrypted = MAP.encrypt(KEY);
    for (int i = 0; i < encrypted.length; i++) {
      byte[] changed = encrypted.clone();
      changed[i] ^= 1;
      assertThrows(GeneralSecurityException.class, () -> RedactionMap.decrypt(changed, KEY));
      byte[] cut = Arrays.copyOf(encrypted, i);
      assertThrows(GeneralSecurityException.class, () -> RedactionMap.decrypt(cut, KEY));
    }
    SecretKey other = new SecretKeySpec(new byte[16], "AES");
    assertThrows(GeneralSecurityException.class, () -> RedactionMap.decrypt(encrypted, other));
  }

  @Test
  void restoresInTextThatAnotherProgramWrote() {
    Restorer restorer = MAP.restorer();
    String restored =
        restorer.push(
            "\"[PERSON_1]\"? [PERSON_1][PERSON_9]; [X_1], [PERSON_1-3] [PERSON 1] [person_1]");
    assertEquals(
        "\"Zoë \\ 😀\"? Zoë \\ 😀[PERSON_9]; [X_1], [PERSON_1-3] [PERSON 1] [person_1]",
        restored + restorer.end());
    assertEquals(Set.of("[PERSON_9]", "[PERSON_1-3]"), restorer.unknown());
  }

  @Test
  void givesOutWhatIsCertainAtOnce() {
    Restorer restorer = MAP.restorer();
    assertEquals("He said ", restorer.push("He said [PER"));
    assertEquals("", restorer.push("SON_1"));
    assertEquals("Zoë \\ 😀", restorer.push("]"));
    assertEquals(" [no", restorer.push(" [no"));
    assertEquals("[" + "A".repeat(400), restorer.push("[" + "A".repeat(400)));
    assertEquals("", restorer.push("["));
    assertEquals("[", restorer.end());
    assertThrows(IllegalStateException.class, () -> restorer.push("x"));
    assertTrue(restorer.unknown().isEmpty());
  }
}
