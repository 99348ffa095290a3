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

  /** The sides on which a token has no space. */
  private enum Glue {
    NONE(false, false),
    LEFT(true, false),
    RIGHT(false, true),
    BOTH(true, true),
    /** Opens and closes in turn: glued to what it encloses. */
    QUOTE(false, false);

    private final boolean left;
    private final boolean right;

    Glue(boolean left, boolean right) {
      this.left = left;
      this.right = right;
    }
  }

  private static final Map<String, Glue> GLUE = new HashMap<>();

  static {
    put(Glue.LEFT, ". , ; : ? ! % ... … ) ] } ” » '' 's n't 'm 're 've 'll 'd ’s n’t ’m ’re ’ve");
    put(Glue.LEFT, "’ll ’d .. ° -RRB- -RSB- -RCB-");
    put(Glue.RIGHT, "( [ { $ £ € # “ ‘ « `` ` -LRB- -LSB- -LCB-");
    put(Glue.BOTH, "/ —");
    put(Glue.QUOTE, "\" '");
  }

  private static void put(Glue glue, String tokens) {
    for (String token : tokens.split(" ")) {
      GLUE.put(token, glue);
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
    boolean glued = true;
    String previous = "";
    for (String token : tokens) {
      Glue glue = GLUE.getOrDefault(token.toLowerCase(Locale.ROOT), Glue.NONE);
      boolean left = glue.left;
      boolean right = glue.right;
      if (isPossessive(token, previous, open)) {
        left = true;
      } else if (glue == Glue.QUOTE) {
        left = open.getOrDefault(token, false);
        right = !left;
        open.put(token, right);
      }
      if (!glued && !left) {
        text.append(' ');
      }
      starts[next++] = text.length();
      text.append(token);
      glued = right;
      previous = token;
    }
    return AlignedText.of(text.toString(), tokens, starts);
  }

  /** A lone apostrophe after a plural, unless a quotation is open: {@code workers ' rights}. */
  private static boolean isPossessive(String token, String previous, Map<String, Boolean> open) {
    return (token.equals("'") && !open.getOrDefault(token, false) || token.equals("’"))
        && !previous.isEmpty()
        && Character.toLowerCase(previous.charAt(previous.length() - 1)) == 's';
  }
}
