package org.namespan.trainer.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.namespan.model.text.Token;
import org.namespan.trainer.corpus.AlignedText;

class DetokenizerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '^',
      value = {
        "He does n't ( yet ) . > He doesn't (yet).",
        "The U.S. 's 3 % , or $ 4 ; why ? > The U.S.'s 3%, or $4; why?",
        "\" Stop , \" he said . \" Go ! \" > \"Stop,\" he said. \"Go!\"",
        "the workers ' rights and ' coal ' now > the workers' rights and 'coal' now",
        "a Washington Post / ABC poll - the first -- [ sic ] > a Washington Post/ABC poll - the first -- [sic]",
        "“ I ’m late … ” > “I’m late…”",
      })
  void joinsAsAWriterWould(String tokens, String expected) {
    AlignedText joined = new Detokenizer().join(Arrays.asList(tokens.split(" ")));
    assertEquals(expected, joined.text());
    assertEquals(
        Arrays.asList(tokens.split(" ")), joined.tokens().stream().map(Token::text).toList());
  }

  @Test
  void givesOneTokenForEachTokenEvenWithSpaceInside() {
    List<String> tokens = List.of("New\u00A0York", "'s", "mayor", ".");
    AlignedText joined = new Detokenizer().join(tokens);
    assertEquals(tokens, joined.tokens().stream().map(Token::text).toList());
    assertEquals("New\u00A0York's mayor.", joined.text());
    assertEquals("", new Detokenizer().join(List.of()).text());
  }
}
