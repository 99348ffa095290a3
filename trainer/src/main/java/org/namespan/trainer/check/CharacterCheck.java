package org.namespan.trainer.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.namespan.trainer.check.CheckedCorpora.Located;

/** Finds {@linkplain OddCharacters odd characters} in tokens, and white space. */
public final class CharacterCheck implements CorpusCheck {

  @Override
  public List<Finding> run(CheckedCorpora corpora) {
    Map<String, Set<String>> oddByToken = new HashMap<>();
    Map<String, Boolean> spacedByToken = new HashMap<>();
    Map<String, List<Quote>> quotesByName = new TreeMap<>();
    Map<String, List<Quote>> spaces = new TreeMap<>();
    for (Located located : corpora.sentences()) {
      List<String> tokens = located.sentence().tokens();
      for (int t = 0; t < tokens.size(); t++) {
        String token = tokens.get(t);
        for (String name : oddByToken.computeIfAbsent(token, OddCharacters::of)) {
          String was = OddCharacters.repaired(token).map(text -> " was " + text).orElse("");
          quotesByName
              .computeIfAbsent(name, key -> new ArrayList<>())
              .add(new Quote(located.place(t), OddCharacters.show(token) + was));
        }
        if (spacedByToken.computeIfAbsent(token, OddCharacters::holdsSpace)) {
          spaces
              .computeIfAbsent(token, key -> new ArrayList<>())
              .add(new Quote(located.place(t), OddCharacters.show(token)));
        }
      }
    }
    List<Case> characters = new ArrayList<>();
    quotesByName.forEach((name, quotes) -> characters.add(counted(name, quotes)));
    List<Case> spaced = new ArrayList<>();
    spaces.forEach((token, quotes) -> spaced.add(counted(OddCharacters.show(token), quotes)));
    return List.of(
        new Finding(FindingKind.CHARACTERS, commonestFirst(characters)),
        new Finding(FindingKind.SPACES, commonestFirst(spaced)));
  }

  private static Case counted(String what, List<Quote> quotes) {
    int count = quotes.size();
    return new Case(
        what + ": " + count + (count == 1 ? " token" : " tokens"),
        Map.of("what", what, "count", count),
        quotes);
  }

  private static List<Case> commonestFirst(List<Case> cases) {
    cases.sort(Comparator.comparing(each -> -each.quotes().size()));
    return cases;
  }
}
