package org.namespan.redaction;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** Encrypts a map and refuses what was changed, as {@link RedactionMap#encrypt} says. */
final class MapCipher {

  private static final byte[] HEADER = {'N', 'S', 'R', 'M', 1};
  private static final int IV_BYTES = 12;
  private static final int TAG_BITS = 128;

  private MapCipher() {}

  static byte[] encrypt(byte[] plain, SecretKey key) throws GeneralSecurityException {
    byte[] iv = new byte[IV_BYTES];
    new SecureRandom().nextBytes(iv);
    byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, key, iv).doFinal(plain);
    byte[] all = Arrays.copyOf(HEADER, HEADER.length + IV_BYTES + encrypted.length);
    System.arraycopy(iv, 0, all, HEADER.length, IV_BYTES);
    System.arraycopy(encrypted, 0, all, HEADER.length + IV_BYTES, encrypted.length);
    return all;
  }

  static byte[] decrypt(byte[] all, SecretKey key) throws GeneralSecurityException {
    int start = HEADER.length + IV_BYTES;
    if (all.length < start + TAG_BITS / 8
        || !Arrays.equals(HEADER, Arrays.copyOf(all, HEADER.length))) {
      throw new GeneralSecurityException(
          "found "
              + all.length
              + " bytes that are no encrypted redaction map of version 1, expected NSRM and 1 first");
    }
    byte[] iv = Arrays.copyOfRange(all, HEADER.length, start);
    return cipher(Cipher.DECRYPT_MODE, key, iv).doFinal(all, start, all.length - start);
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] iv) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
    cipher.updateAAD(HEADER);
    return cipher;
  }
}
