package org.namespan.examples.benchmarks.robust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class FrameTest {

  static final List<Frame> FRAMES = Frames.ALL;

  private static TypedRange range(int start, int end) {
    return new TypedRange("x", start, end);
  }

  @Test
  void slotsOfAKindGetNamesInTurn() {
    Frame frame = new Frame("k", "{PLACE}, {PLACE}", "{PLACE|UPPER}\n{PLACE} {NUMBER}");
    assertEquals("Germany, France", frame.fillPlain(0).text());
    assertEquals("FRANCE\nItaly 2", frame.fillChanged(1).text());
    // In the second round every other name is taken.
    assertEquals("Germany, Italy", frame.fillPlain(Filler.PLACE.size()).text());
    assertEquals(3 * Filler.PLACE.size(), frame.fillings());
  }

  @Test
  void aNameIsRightWithOrWithoutItsTitle() {
    Frame.Slot slot = new Frame("k", "", "I met {Gov. PERSON}.").fillChanged(0).slots().get(0);
    assertTrue(slot.fits(range(11, 23)));
    assertTrue(slot.fits(range(6, 23)));
    assertFalse(slot.fits(range(7, 23)));
    assertFalse(slot.fits(range(11, 24)));
  }

  @Test
  void noEntityMayTouchWhatIsNoName() {
    Frame.Slot slot = new Frame("k", "", "See {NUMBER}.").fillChanged(0).slots().get(0);
    assertTrue(slot.fits(range(0, 4)));
    assertTrue(slot.fits(range(5, 6)));
    assertFalse(slot.fits(range(0, 5)));
    assertFalse(slot.fits(range(4, 5)));
  }

  @Test
  void spellings() {
    assertEquals("B.J. Obama", Spelling.INITIALS.apply("Barack Obama"));
    assertEquals("B. J. Obama", Spelling.SPACED_INITIALS.apply("Barack Obama"));
    assertEquals("Barack J. Obama", Spelling.MIDDLE_INITIAL.apply("Barack Obama"));
    assertEquals("St. Mary's Hospital", Spelling.ABBREVIATED.apply("Saint Mary's Hospital"));
    assertEquals("Ber\u00ADlin", Spelling.SOFT_HYPHEN.apply("Berlin"));
    assertEquals("\uFF29\uFF22\uFF2D", Spelling.FULL_WIDTH.apply("IBM"));
  }

  @Test
  void whatCannotBeSeenIsShown() {
    assertEquals(
        "\\u200Ea\\n\\t\\u00A0\\u2003b", new Frame("", "", "\u200Ea\n\t\u00A0\u2003b").shown());
  }

  /** Else the types found in one could not be compared with those of the other. */
  @ParameterizedTest
  @FieldSource("FRAMES")
  void bothSidesOfAFrameHaveTheSameNames(Frame frame) {
    List<Filler> plain = frame.fillPlain(0).names().stream().map(Frame.Slot::filler).toList();
    assertEquals(plain, frame.fillChanged(0).names().stream().map(Frame.Slot::filler).toList());
    assertFalse(frame.fillChanged(0).text().matches("(?s).*\\{[A-Z]{3}.*"), frame.changed());
  }
}
