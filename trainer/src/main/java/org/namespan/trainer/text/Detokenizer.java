package org.namespan.trainer.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.namespan.trainer.corpus.AlignedText;

/**
 * Joins the tokens of a sentence to text by the habits of the Penn Treebank: the inverse of its
 * tokenisation, as far as that can be inverted.
 *
 * <p>{@code ["He", "does", "n't", "(", "yet", ")", "."]} becomes {@code He doesn't (yet).}
 *
 * <p>Holds no state; safe for use by many threads.
 */
public final class Detokenizer {

  /** The sides on which a token has no space, in the terms of OpenNLP's detokenizer. */
  private enum MergeOperation {
    NONE(false, false),
    MERGE_TO_LEFT(true, false),
    MERGE_TO_RIGHT(false, true),
    MERGE_BOTH(true, true),
    /** Opens and closes in turn: merged with what it encloses. */
    RIGHT_LEFT_MATCHING(false, false);

    private final boolean left;
    private final boolean right;

    MergeOperation(boolean left, boolean right) {
      this.left = left;
      this.right = right;
    }
  }

  private static final Map<String, MergeOperation> OPERATIONS = new HashMap<>();

  static {
    put(
        MergeOperation.MERGE_TO_LEFT,
        ". , ; : ? ! % ... … ) ] } ” » '' 's n't 'm 're 've 'll 'd ’s n’t ’m ’re ’ve");
    put(MergeOperation.MERGE_TO_LEFT, "’ll ’d .. ° -RRB- -RSB- -RCB-");
    put(MergeOperation.MERGE_TO_RIGHT, "( [ { $ £ € # “ ‘ « `` ` -LRB- -LSB- -LCB-");
    put(MergeOperation.MERGE_BOTH, "/ —");
    put(MergeOperation.RIGHT_LEFT_MATCHING, "\" '");
  }

  private static void put(MergeOperation operation, String tokens) {
    for (String token : tokens.split(" ", -1)) {
      OPERATIONS.put(token, operation);
    }
  }

  /**
   * Joins a sentence.
   *
   * @param tokens none of them empty
   * @return the text, with one token in it for each one given
   */
  public AlignedText join(List<String> tokens) {
    StringBuilder text = new StringBuilder();
    int[] starts = new int[tokens.size()];
    int next = 0;
    Map<String, Boolean> open = new HashMap<>();
    boolean merged = true;
    String previous = "";
    for (String token : tokens) {
      MergeOperation operation =
          OPERATIONS.getOrDefault(token.toLowerCase(Locale.ROOT), MergeOperation.NONE);
      boolean left = operation.left;
      boolean right = operation.right;
      if (isPossessive(token, previous, open)) {
        left = true;
      } else if (operation == MergeOperation.RIGHT_LEFT_MATCHING) {
        left = open.getOrDefault(token, false);
        right = !left;
        open.put(token, right);
      }
      if (!merged && !left) {
        text.append(' ');
      }
      starts[next++] = text.length();
      text.append(token);
      merged = right;
      previous = token;
    }
    return AlignedText.of(text.toString(), tokens, starts);
  }

  /** A lone apostrophe after a plural, unless a quotation is open: {@code workers ' rights}. */
  private static boolean isPossessive(String token, String previous, Map<String, Boolean> open) {
    return ((token.equals("'") && !open.getOrDefault(token, false)) || token.equals("’"))
        && !previous.isEmpty()
        && Character.toLowerCase(previous.charAt(previous.length() - 1)) == 's';
  }
}
