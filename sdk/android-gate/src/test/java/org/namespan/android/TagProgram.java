package org.namespan.android;

import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.namespan.Document;
import org.namespan.Entity;
import org.namespan.EntityTagger;
import org.namespan.html.DocumentHtml;
import org.namespan.redaction.Operator;
import org.namespan.redaction.Redaction;
import org.namespan.redaction.RedactionMap;
import org.namespan.redaction.Redactor;
import org.namespan.redaction.RedactorOptions;

/**
 * Prints what the English models find in a few texts; run with the SDK shrunk and as it is. The
 * bundled one has its text models as tables, the news model as OpenNLP writes them.
 */
final class TagProgram {

  private static final String[] TEXTS = {
    "Barack Obama flew to Thailand in December. He met Angela Merkel of Germany at the United"
        + " Nations.",
    "Dr. Zoë O'Neill (born 3 May 1970 in São Paulo) works for BBC News; e-mail a@b.org!",
    "no entity here\n\nshares of Microsoft Corp. fell 3.5 % on Monday",
    "",
    "\uD83D\uDE00 Tōkyō"
  };

  private TagProgram() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String model : new String[] {"en", "en-gmb"}) {
      print(model, out);
    }
  }

  private static void print(String model, PrintStream out) throws Exception {
    try (EntityTagger tagger = EntityTagger.bundled(model)) {
      out.println(tagger.info());
      for (String text : TEXTS) {
        for (Entity entity : tagger.tag(text)) {
          out.println(entity);
        }
        tagger.tagSentences(text).forEach(out::println);
        Document document = tagger.tagDocument(text);
        for (Entity entity : document.entities()) {
          out.println(document.sentenceOf(entity).tokensOf(entity));
          out.println(document.utf8Offset(entity.start()));
        }
        tagger.tag(new StringReader(text), out::println);
        out.println(DocumentHtml.page("", Collections.singletonList(document)));
        redact(tagger, text, out);
      }
    }
  }

  private static void redact(EntityTagger tagger, String text, PrintStream out) throws Exception {
    for (Operator operator :
        List.of(
            Operator.placeholder(),
            Operator.mask('*'),
            Operator.hash(new byte[16]),
            Operator.madeUp(1))) {
      RedactorOptions options = RedactorOptions.defaults().withOperator(operator);
      Redaction redaction = new Redactor(tagger, options).redact(text);
      SecretKey key = new SecretKeySpec(new byte[16], "AES");
      RedactionMap map = RedactionMap.decrypt(redaction.map().encrypt(key), key);
      out.println(redaction.text() + " " + map.restore(redaction.text()));
    }
  }
}
