package org.namespan.examples.benchmarks.robust;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.namespan.EntityTagger;

/**
 * How often a frame holds: in each filling counted, all slots are right at once.
 *
 * @param frame the frame
 * @param plain fillings that the tagger finds in the plain frame, {@link #FILLINGS} if there are as
 *     many
 * @param found those of them that it finds in the changed frame at the right offsets
 * @param sameType those found with the types of the plain frame
 */
record FrameScore(Frame frame, int plain, int found, int sameType) {

  /** Fillings that are counted. */
  static final int FILLINGS = 30;

  /** Counts the first fillings that the tagger finds in the plain frame. */
  static FrameScore of(Frame frame, EntityTagger tagger) {
    List<Integer> fillings = new ArrayList<>();
    List<List<String>> types = new ArrayList<>();
    for (int i = 0; i < frame.fillings() && fillings.size() < FILLINGS; i++) {
      int filling = i;
      types(frame.fillPlain(i), tagger)
          .ifPresent(
              found -> {
                fillings.add(filling);
                types.add(found);
              });
    }
    int found = 0;
    int sameType = 0;
    for (int i = 0; i < fillings.size(); i++) {
      Optional<List<String>> now = types(frame.fillChanged(fillings.get(i)), tagger);
      found += now.isPresent() ? 1 : 0;
      sameType += now.equals(Optional.of(types.get(i))) ? 1 : 0;
    }
    return new FrameScore(frame, fillings.size(), found, sameType);
  }

  /** The types of the names in their order; empty if a slot is not right. */
  private static Optional<List<String>> types(Frame.Filled filled, EntityTagger tagger) {
    List<TypedRange> entities = tagger.tag(filled.text()).stream().map(TypedRange::of).toList();
    List<String> types = new ArrayList<>();
    for (Frame.Slot slot : filled.slots()) {
      if (slot.filler().isName()) {
        Optional<TypedRange> right = entities.stream().filter(slot::fits).findFirst();
        if (right.isEmpty()) {
          return Optional.empty();
        }
        types.add(right.get().type());
      } else if (!entities.stream().allMatch(slot::fits)) {
        return Optional.empty();
      }
    }
    return Optional.of(types);
  }
}
