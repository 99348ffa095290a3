package org.namespan.trainer.classifier.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.namespan.trainer.corpus.CorpusException;

class LanguageFilterTest {

  private static final String ENGLISH =
      "We would like to book a table for four people on Saturday evening, please.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | Wir möchten für Samstagabend einen Tisch für vier Personen reservieren, bitte.",
        "fr | Nous voudrions réserver une table pour quatre personnes samedi soir, s'il vous plaît.",
        "es | Nos gustaría reservar una mesa para cuatro personas el sábado por la noche.",
        "it | Vorremmo prenotare un tavolo per quattro persone per sabato sera, per favore.",
        "nl | We willen graag een tafel reserveren voor vier personen op zaterdagavond.",
        "da | Vi vil gerne bestille et bord til fire personer lørdag aften, tak.",
        "no | Vi vil gjerne bestille et bord til fire personer på lørdag kveld, takk.",
        "pl | Chcielibyśmy zarezerwować stolik dla czterech osób na sobotni wieczór.",
        "ru | Мы хотели бы заказать столик на четверых на вечер субботы, пожалуйста.",
        "zh | 我们想预订星期六晚上四个人的桌子，谢谢你们的帮助，我们很期待这个晚上。",
      })
  void textsOfOtherLanguagesAreTold(String language, String text) throws IOException {
    LanguageFilter own = LanguageFilter.of(language);
    assertTrue(own.keeps(text), language);
    assertFalse(own.keeps(ENGLISH), language);
    LanguageFilter english = LanguageFilter.of("en-GB");
    assertTrue(english.keeps(ENGLISH));
    assertFalse(english.keeps(text), text);
  }

  @Test
  void whatIsTooShortToTellStays() throws IOException {
    LanguageFilter english = LanguageFilter.of("en");
    for (String text : List.of("", "ok", "42", "merci", "\ud83d\udc4d", "\ud83d", "PayPal?")) {
      assertTrue(english.keeps(text), text);
    }
  }

  @Test
  void aCorpusKeepsItsNameAndTheOrderOfItsTexts() throws IOException {
    List<LabelledText> texts = new ArrayList<>();
    texts.add(new LabelledText(ENGLISH, List.of("book"), 1));
    texts.add(
        new LabelledText("Wann fährt morgen früh der erste Zug nach Hamburg?", List.of("ask"), 2));
    texts.add(new LabelledText("thanks", List.of("thank"), 3));
    LabelledCorpus kept = LanguageFilter.of("en").filter(new LabelledCorpus("all.tsv", texts));
    assertEquals("all.tsv", kept.name());
    assertEquals(List.of(1, 3), kept.texts().stream().map(LabelledText::line).toList());
    LabelledCorpus german = new LabelledCorpus("german.tsv", texts.subList(1, 2));
    LanguageFilter english = LanguageFilter.of("en");
    CorpusException none = assertThrows(CorpusException.class, () -> english.filter(german));
    assertTrue(
        none.getMessage().startsWith("german.tsv: found no text in the language en;"),
        none.getMessage());
  }

  @Test
  void languagesThatTheModelLacksAreRefused() {
    for (String language : List.of("xx", "tlh", "")) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> LanguageFilter.of(language));
      assertTrue(refused.getMessage().contains("eng"), refused.getMessage());
    }
  }
}
