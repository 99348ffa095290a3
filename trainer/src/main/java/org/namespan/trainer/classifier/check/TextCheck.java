package org.namespan.trainer.classifier.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.check.Case;
import org.namespan.trainer.check.CorpusPart;
import org.namespan.trainer.check.Finding;
import org.namespan.trainer.check.FindingKind;
import org.namespan.trainer.check.Place;
import org.namespan.trainer.check.Quote;
import org.namespan.trainer.classifier.corpus.LabelledText;
import org.namespan.trainer.classifier.corpus.LanguageFilter;

/**
 * Looks for what is wrong or odd in texts with classes. Two texts have the same words if they are
 * equal in lower case and with single spaces. In time that grows with the number of chars.
 */
public final class TextCheck {

  /** Texts of a class in train below which it is rare. */
  private static final int FEW = 10;

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final List<CheckedTexts> files;
  private final @Nullable LanguageFilter language;

  private TextCheck(List<CheckedTexts> files, @Nullable LanguageFilter language) {
    this.files = files.stream().sorted(Comparator.comparing(CheckedTexts::part)).toList();
    this.language = language;
  }

  /**
   * Checks files together: a finding for each kind of {@link FindingKind#OF_CLASSES} that is looked
   * for, without cases where nothing was found.
   *
   * @param language of which texts are expected; null not to look for others
   */
  public static List<Finding> of(List<CheckedTexts> files, @Nullable LanguageFilter language) {
    return new TextCheck(files, language).run();
  }

  /** A text and its file. */
  private record Located(CheckedTexts file, LabelledText text) {

    Quote quote() {
      return quote(text.classes() + "  " + SPACES.matcher(text.text()).replaceAll(" "));
    }

    Quote quote(String told) {
      return new Quote(file.place(text), told);
    }
  }

  private List<Finding> run() {
    List<List<Located>> copies = copies();
    List<Finding> findings = new ArrayList<>();
    findings.add(finding(FindingKind.BAD_LINES, badLines()));
    findings.add(finding(FindingKind.UNKNOWN_CLASSES, unknownClasses()));
    findings.add(finding(FindingKind.EMPTY_TEXTS, emptyTexts()));
    if (language != null) {
      findings.add(finding(FindingKind.OTHER_LANGUAGE, otherLanguage(language)));
    }
    findings.add(
        finding(
            FindingKind.CONFLICTS, quotes(copies.stream().filter(TextCheck::isConflict).toList())));
    findings.add(
        finding(
            FindingKind.COPIES_ACROSS,
            quotes(copies.stream().filter(TextCheck::isAcross).toList())));
    findings.add(
        finding(
            FindingKind.COPIES,
            quotes(copies.stream().filter(group -> !isAcross(group)).toList())));
    findings.add(finding(FindingKind.RARE_CLASSES, rareClasses()));
    findings.add(finding(FindingKind.UNUSED_CLASSES, unusedClasses()));
    return findings;
  }

  private static Finding finding(FindingKind kind, List<List<Quote>> cases) {
    return new Finding(kind, cases.stream().map(quotes -> new Case("", Map.of(), quotes)).toList());
  }

  private List<Located> texts() {
    List<Located> texts = new ArrayList<>();
    for (CheckedTexts file : files) {
      file.corpus().texts().forEach(text -> texts.add(new Located(file, text)));
    }
    return texts;
  }

  private List<List<Quote>> badLines() {
    List<List<Quote>> cases = new ArrayList<>();
    for (CheckedTexts file : files) {
      file.badLines()
          .forEach(
              bad ->
                  cases.add(
                      List.of(
                          new Quote(
                              new Place(bad.file(), bad.line()),
                              bad.found() + "; " + bad.expected()))));
    }
    return cases;
  }

  private Set<String> classes(CorpusPart part) {
    Set<String> classes = new TreeSet<>();
    files.stream()
        .filter(file -> file.part() == part)
        .forEach(file -> classes.addAll(file.corpus().classes()));
    return classes;
  }

  private List<List<Quote>> unknownClasses() {
    Set<String> known = classes(CorpusPart.TRAIN);
    Map<String, List<Quote>> unknown = new TreeMap<>();
    for (Located located : texts()) {
      for (String name : located.text().classes()) {
        if (!known.isEmpty() && !known.contains(name)) {
          unknown
              .computeIfAbsent(located.file().part() + " " + name, key -> new ArrayList<>())
              .add(located.quote(name));
        }
      }
    }
    return new ArrayList<>(unknown.values());
  }

  private List<List<Quote>> emptyTexts() {
    return texts().stream()
        .filter(located -> located.text().text().codePoints().noneMatch(Character::isLetterOrDigit))
        .map(located -> List.of(located.quote()))
        .toList();
  }

  private List<List<Quote>> otherLanguage(LanguageFilter filter) {
    return texts().stream()
        .filter(located -> !filter.keeps(located.text().text()))
        .map(located -> List.of(located.quote()))
        .toList();
  }

  /** Texts that have the same words, those of two or more. */
  private List<List<Located>> copies() {
    Map<String, List<Located>> groups = new LinkedHashMap<>();
    for (Located located : texts()) {
      String words =
          SPACES.matcher(located.text().text()).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
      groups.computeIfAbsent(words, key -> new ArrayList<>()).add(located);
    }
    return groups.values().stream().filter(group -> group.size() > 1).toList();
  }

  private static boolean isConflict(List<Located> group) {
    return group.stream().map(each -> Set.copyOf(each.text().classes())).distinct().count() > 1;
  }

  private static boolean isAcross(List<Located> group) {
    return group.stream().map(each -> each.file().part()).distinct().count() > 1;
  }

  private static List<List<Quote>> quotes(List<List<Located>> groups) {
    return groups.stream().map(group -> group.stream().map(Located::quote).toList()).toList();
  }

  private List<List<Quote>> rareClasses() {
    Map<String, List<Quote>> byClass = new TreeMap<>();
    for (Located located : texts()) {
      if (located.file().part() == CorpusPart.TRAIN) {
        located
            .text()
            .classes()
            .forEach(
                name ->
                    byClass
                        .computeIfAbsent(name, key -> new ArrayList<>())
                        .add(located.quote(name)));
      }
    }
    return byClass.values().stream()
        .filter(texts -> texts.size() < FEW)
        .sorted(Comparator.comparing(List::size))
        .toList();
  }

  private List<List<Quote>> unusedClasses() {
    List<List<Quote>> cases = new ArrayList<>();
    for (CheckedTexts file : files) {
      if (file.part() != CorpusPart.TRAIN) {
        Set<String> unused = classes(CorpusPart.TRAIN);
        unused.removeAll(file.corpus().classes());
        unused.forEach(name -> cases.add(List.of(new Quote(new Place(file.file(), 0), name))));
      }
    }
    return cases;
  }
}
