package org.namespan;

/**
 * A named entity found in a text.
 *
 * <pre>{@code
 * Entity entity = tagger.tag("Barack Obama flew to Thailand in December.").get(1);
 * entity.type(); // geo
 * entity.text(); // Thailand
 * entity.start(); // 21
 * entity.end(); // 29
 * entity.source(); // model
 * }</pre>
 *
 * @param type entity type, {@code per} or {@code geo} for example; one of {@link
 *     ModelInfo#types()}, or what a {@link Recognizer} calls it
 * @param text the words of the entity, exactly as they stand in the text
 * @param start offset of its first {@code char} in the text
 * @param end offset after its last {@code char}: {@code text.substring(start, end)} is the entity
 * @param score probability from 0 to 1 that exactly these words are an entity of this type, as the
 *     model sees it: of a calibrated model, the share of such entities that is right in texts like
 *     those it was calibrated on; of another, what the network says, which is too high as a rule.
 *     Of a recognizer its own, 1 where it gives none
 * @param source {@link #MODEL}, or the name of the {@link Recognizer} that found it
 */
public record Entity(String type, String text, int start, int end, double score, String source) {

  /** The {@link #source} of what the model found. */
  public static final String MODEL = "model";
}
