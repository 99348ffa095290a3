package org.namespan.examples.android;

import static org.junit.Assert.assertEquals;

import org.junit.Test;
import org.robolectric.RobolectricTestRunner;

/** Robolectric silently leaves out the Android versions that it does not find. */
public class AndroidVersionsTest {

  @Test
  public void theScreenIsTestedOnBoth() throws Exception {
    assertEquals(2 * 4, new RobolectricTestRunner(MainActivityTest.class).testCount());
  }
}
