package org.namespan.examples.benchmarks.redaction;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.namespan.Entity;
import org.namespan.EntityTagger;
import org.namespan.TaggerOptions;
import org.namespan.examples.benchmarks.Median;
import org.namespan.examples.benchmarks.Programs;
import org.namespan.personaldata.PersonalDataFinder;
import org.namespan.redaction.Operator;
import org.namespan.redaction.Redactor;
import org.namespan.redaction.RedactorOptions;
import org.namespan.trainer.corpus.AlignedText;
import org.namespan.trainer.corpus.CorpusFormats;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.io.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks that redacted texts come back, and measures how fast; {@code roundtrip} starts it. */
@Command(
    name = "examples/benchmarks/roundtrip",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Redacts generated texts and those of corpora with the bundled model and personal data beside"
          + " it, restores them whole and in ten pieces that are cut at every place, and searches"
          + " the redacted text for what was found. Ends with 1 where anything is wrong.",
      "With --speed it measures tokens a second of Redactor.redactAll instead."
    })
public final class RoundTripCommand implements Callable<Integer> {

  private static final int AT_ONCE = 2048;
  private static final int ROUNDS = 7;
  private static final long WARM_UP = 4_000_000_000L;

  private static final List<RedactorOptions> OPERATORS =
      List.of(
          RedactorOptions.defaults(),
          RedactorOptions.defaults().withOperator(Operator.hash(new byte[32])),
          RedactorOptions.defaults().withOperator(Operator.madeUp(1)));

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DATA", arity = "0..*", description = "Corpora whose texts are taken.")
  private List<Path> corpora = List.of();

  @Option(names = "--texts", paramLabel = "N", description = "Generated texts. Default: 10000.")
  private int texts = 10_000;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the texts. Default: 1.")
  private long seed = 1;

  @Option(names = "--speed", description = "Measure the speed on the corpora.")
  private boolean speed;

  private final Map<String, Integer> faults = new TreeMap<>();

  /** Runs the program; its failures end it with exit code 1, bad arguments with 2. */
  public static void main(String[] args) {
    System.exit(Programs.commandLine(new RoundTripCommand()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (speed) {
      out.print(speeds().toMarkdown());
      out.flush();
      return 0;
    }
    TextTable table = new TextTable(1, List.of("texts of", "texts", "places", "wrong"));
    try (EntityTagger tagger =
        EntityTagger.english(PersonalDataFinder.addTo(TaggerOptions.defaults()))) {
      GeneratedTexts generated = new GeneratedTexts(seed);
      Counts counts = new Counts();
      List<String> some = new ArrayList<>();
      for (int i = 0; i < texts; i++) {
        some.add(generated.next());
        if (some.size() == AT_ONCE || i == texts - 1) {
          check(some, tagger, counts);
          some.clear();
        }
      }
      counts.addTo(table, "generator");
      for (Path corpus : corpora) {
        Counts ofCorpus = new Counts();
        List<String> all = read(corpus);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
          check(all.subList(from, Math.min(from + AT_ONCE, all.size())), tagger, ofCorpus);
        }
        ofCorpus.addTo(table, corpus.getFileName().toString());
      }
    }
    out.print(table.toMarkdown());
    faults.forEach((fault, count) -> out.println(fault + ": " + count));
    out.flush();
    return faults.isEmpty() ? 0 : 1;
  }

  private static final class Counts {
    private int texts;
    private int places;
    private int wrong;

    void addTo(TextTable table, String name) {
      table.add(List.of(name, number(texts), number(places), number(wrong)));
    }
  }

  private void check(List<String> some, EntityTagger tagger, Counts counts) {
    List<List<Entity>> entities = tagger.tagAll(some);
    for (int i = 0; i < some.size(); i++) {
      RedactorOptions options = OPERATORS.get(counts.texts % OPERATORS.size());
      counts.texts++;
      counts.places += entities.get(i).size();
      int wrong = counts.wrong;
      RoundTrip.fault(some.get(i), entities.get(i), options)
          .ifPresent(
              fault -> {
                faults.merge(fault, 1, Integer::sum);
                counts.wrong = wrong + 1;
              });
    }
  }

  /** The texts of the sentences, or their tokens with blanks between them. */
  static List<String> read(Path corpus) throws IOException {
    List<String> texts = new ArrayList<>();
    for (Sentence sentence : CorpusFormats.read(corpus).sentences()) {
      texts.add(sentence.text().map(AlignedText::text).orElse(String.join(" ", sentence.tokens())));
    }
    return texts;
  }

  /** Tokens a second of taggers alone and of redaction, on one thread and on two. */
  private TextTable speeds() throws IOException {
    List<String> all = new ArrayList<>();
    for (Path corpus : corpora) {
      all.addAll(documents(read(corpus)));
    }
    TextTable table = new TextTable(1, List.of("tokens/s, raw text", "1 thread", "2 threads"));
    TaggerOptions plain = TaggerOptions.defaults();
    TaggerOptions withData = PersonalDataFinder.addTo(plain);
    table.add(row("tagAll", all, plain, false));
    table.add(row("redactAll", all, plain, true));
    table.add(row("tagAll with personal data", all, withData, false));
    table.add(row("redactAll with personal data", all, withData, true));
    return table;
  }

  /** Eight sentences each. */
  private static List<String> documents(List<String> sentences) {
    List<String> documents = new ArrayList<>();
    for (int from = 0; from < sentences.size(); from += 8) {
      documents.add(
          String.join(" ", sentences.subList(from, Math.min(from + 8, sentences.size()))));
    }
    return documents;
  }

  private static List<String> row(
      String name, List<String> all, TaggerOptions options, boolean redact) throws IOException {
    List<String> row = new ArrayList<>(List.of(name));
    for (int threads = 1; threads <= 2; threads++) {
      try (EntityTagger tagger = EntityTagger.english(options.withThreads(threads))) {
        row.add(number(Math.round(tokensPerSecond(tagger, all, redact))));
      }
    }
    return row;
  }

  /** The median of seven rounds over all texts, after those of four seconds. */
  private static double tokensPerSecond(EntityTagger tagger, List<String> all, boolean redact) {
    long tokens = 0;
    for (String text : all) {
      tokens += tagger.tagSentences(text).stream().mapToInt(List::size).sum();
    }
    Redactor redactor = new Redactor(tagger);
    List<Double> rounds = new ArrayList<>();
    long warm = System.nanoTime() + WARM_UP;
    while (rounds.size() < ROUNDS) {
      long start = System.nanoTime();
      if (redact) {
        redactor.redactAll(all);
      } else {
        tagger.tagAll(all);
      }
      if (start > warm) {
        rounds.add(tokens * 1e9 / (System.nanoTime() - start));
      }
    }
    return Median.of(rounds).orElseThrow();
  }

  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
