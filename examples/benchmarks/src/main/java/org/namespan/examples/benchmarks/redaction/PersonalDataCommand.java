package org.namespan.examples.benchmarks.redaction;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import opennlp.tools.util.Span;
import org.namespan.Entity;
import org.namespan.EntityTagger;
import org.namespan.TaggerOptions;
import org.namespan.examples.benchmarks.Programs;
import org.namespan.personaldata.PersonalDataFinder;
import org.namespan.trainer.corpus.CorpusFormats;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.io.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Counts how much of what is annotated would be hidden; {@code personal-data} starts it. */
@Command(
    name = "examples/benchmarks/personal-data",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Tells of each type of a corpus how many entities the bundled model with personal data beside"
          + " it hides, wholly or in part, and how many the finders of personal data touch alone; the"
          + " same of tokens whose shape tells what they are; of each type that is found how many"
          + " touch one of these; and what is missed."
    })
public final class PersonalDataCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DATA", description = "Annotated corpus.")
  private Path data;

  @Option(names = "--missed", paramLabel = "N", description = "Missed ones to list of each kind.")
  private int listed = 0;

  /** What the shape of a token alone tells, where nobody annotated it; the first that fits. */
  private static final Map<String, Pattern> SHAPES = new LinkedHashMap<>();

  static {
    shape("email", "[^@]+@[^@]+\\.[^@]+");
    shape("url", ".*://.*|www\\..*");
    shape("iban", "[A-Z]{2}[0-9]{2}[0-9A-Z]{11,30}");
    shape("card", "[0-9]{12,19}");
    shape("ip", "[0-9]{1,3}(\\.[0-9]{1,3}){3}|.*:.*:.*:.*");
    shape("national_id (SSN)", "[0-9]{3}-[0-9]{2}-[0-9]{4}");
    shape("phone", "(?=(.*[0-9]){9})\\(?\\+?[0-9()]{1,5}([-.)x/]+[0-9]{2,5}){2,5}");
  }

  private static void shape(String name, String pattern) {
    SHAPES.put(name, Pattern.compile(pattern));
  }

  private final Map<String, int[]> shapes = new LinkedHashMap<>();
  private final Map<String, Hidden> gold = new TreeMap<>();
  private final Map<String, int[]> found = new TreeMap<>();
  private final Map<String, Integer> numbers = new TreeMap<>();
  private final Map<String, List<String>> missed = new TreeMap<>();

  /** Runs the program; its failures end it with exit code 1, bad arguments with 2. */
  public static void main(String[] args) {
    System.exit(Programs.commandLine(new PersonalDataCommand()).execute(args));
  }

  /** Of one annotated type. */
  private static final class Hidden {
    private int entities;
    private int whole;
    private int inPart;
    private int byFinders;
  }

  @Override
  public Integer call() throws IOException {
    List<Sentence> sentences = CorpusFormats.read(data).sentences();
    List<String> texts = sentences.stream().map(s -> String.join(" ", s.tokens())).toList();
    PersonalDataFinder finder = new PersonalDataFinder();
    try (EntityTagger tagger =
        EntityTagger.english(TaggerOptions.defaults().withRecognizer(finder.recognizer()))) {
      List<List<Entity>> entities = tagger.tagAll(texts);
      for (int i = 0; i < texts.size(); i++) {
        count(sentences.get(i), texts.get(i), entities.get(i), finder.findInText(texts.get(i)));
      }
    }
    print(spec.commandLine().getOut());
    return 0;
  }

  private void count(Sentence sentence, String text, List<Entity> entities, Span... alone) {
    int[] starts = starts(sentence.tokens());
    BitSet hidden = new BitSet();
    entities.forEach(entity -> hidden.set(entity.start(), entity.end()));
    BitSet byFinders = new BitSet();
    for (Span span : alone) {
      byFinders.set(span.getStart(), span.getEnd());
    }
    BitSet annotated = new BitSet();
    for (org.namespan.model.tag.Span span : sentence.spans()) {
      int start = starts[span.start()];
      int end = starts[span.end() - 1] + sentence.tokens().get(span.end() - 1).length();
      annotated.set(start, end);
      Hidden ofType = gold.computeIfAbsent(span.type(), type -> new Hidden());
      ofType.entities++;
      ofType.byFinders += byFinders.get(start, end).isEmpty() ? 0 : 1;
      if (isWhole(hidden, text, start, end)) {
        ofType.whole++;
      } else if (hidden.get(start, end).isEmpty()) {
        note(span.type(), text.substring(start, end));
      } else {
        ofType.inPart++;
      }
    }
    countShapes(sentence.tokens(), starts, hidden, byFinders, annotated);
    for (Entity entity : entities) {
      int[] ofType = found.computeIfAbsent(entity.source() + " " + entity.type(), t -> new int[2]);
      ofType[0]++;
      boolean right = !annotated.get(entity.start(), entity.end()).isEmpty();
      ofType[1] += right ? 1 : 0;
      if (!right) {
        note("not annotated, " + entity.source() + " " + entity.type(), entity.text());
      }
    }
  }

  private void note(String type, String words) {
    missed.computeIfAbsent(type, t -> new ArrayList<>()).add(words);
  }

  /** Tokens whose shape tells what they are, and other numbers that nothing hides. */
  private void countShapes(
      List<String> tokens, int[] starts, BitSet hidden, BitSet byFinders, BitSet annotated) {
    for (int t = 0; t < tokens.size(); t++) {
      String token = tokens.get(t);
      int end = starts[t] + token.length();
      boolean isHidden = !hidden.get(starts[t], end).isEmpty();
      for (Map.Entry<String, Pattern> shape : SHAPES.entrySet()) {
        if (shape.getValue().matcher(token).matches()) {
          int[] counts = shapes.computeIfAbsent(shape.getKey(), name -> new int[3]);
          counts[0]++;
          counts[1] += isHidden ? 1 : 0;
          counts[2] += byFinders.get(starts[t], end).isEmpty() ? 0 : 1;
          annotated.set(starts[t], end);
          if (!isHidden) {
            note(shape.getKey(), token);
          }
          break;
        }
      }
      if (!isHidden && token.chars().filter(Character::isDigit).count() > 4) {
        numbers.merge(token.replaceAll("\\p{L}+", "x").replaceAll("\\p{Nd}", "9"), 1, Integer::sum);
        note("numbers", token);
      }
    }
  }

  private static int[] starts(List<String> tokens) {
    int[] starts = new int[tokens.size()];
    int at = 0;
    for (int t = 0; t < starts.length; t++) {
      starts[t] = at;
      at += tokens.get(t).length() + 1;
    }
    return starts;
  }

  /** Whether all but blanks and signs is hidden. */
  private static boolean isWhole(BitSet hidden, String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!hidden.get(i) && Character.isLetterOrDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private void print(PrintWriter out) {
    TextTable recall =
        new TextTable(1, List.of("annotated", "entities", "hidden", "in part", "finders alone"));
    gold.forEach(
        (type, hidden) ->
            recall.add(
                List.of(
                    type,
                    RoundTripCommand.number(hidden.entities),
                    share(hidden.whole, hidden.entities),
                    share(hidden.inPart, hidden.entities),
                    share(hidden.byFinders, hidden.entities))));
    out.println(recall.toMarkdown());
    TextTable precision = new TextTable(1, List.of("found", "entities", "right"));
    found.forEach(
        (type, counts) ->
            precision.add(
                List.of(type, RoundTripCommand.number(counts[0]), share(counts[1], counts[0]))));
    out.println(precision.toMarkdown());
    TextTable told =
        new TextTable(1, List.of("told by shape", "tokens", "hidden", "finders alone"));
    shapes.forEach(
        (name, counts) ->
            told.add(
                List.of(
                    name,
                    RoundTripCommand.number(counts[0]),
                    share(counts[1], counts[0]),
                    share(counts[2], counts[0]))));
    out.println(told.toMarkdown());
    TextTable left = new TextTable(1, List.of("numbers left, by shape", "tokens"));
    numbers.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .limit(15)
        .forEach(shape -> left.add(List.of(shape.getKey(), String.valueOf(shape.getValue()))));
    out.println(left.toMarkdown());
    if (listed > 0) {
      missed.forEach(
          (type, words) -> out.println(type + ": " + words.stream().limit(listed).toList()));
    }
    out.flush();
  }

  private static String share(int part, int all) {
    return String.format(Locale.ROOT, "%.1f %%", 100.0 * part / all);
  }
}
