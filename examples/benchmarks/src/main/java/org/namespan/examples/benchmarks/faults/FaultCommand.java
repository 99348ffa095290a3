package org.namespan.examples.benchmarks.faults;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.namespan.examples.benchmarks.Programs;
import org.namespan.trainer.check.CheckedCorpora;
import org.namespan.trainer.check.CheckedFile;
import org.namespan.trainer.check.CorpusPart;
import org.namespan.trainer.check.CrossValidation;
import org.namespan.trainer.check.Doubt;
import org.namespan.trainer.check.DoubtCheck;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusFormats;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.io.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Counts how many planted faults stand where people look first; {@code faults} starts it. */
@Command(
    name = "examples/benchmarks/faults",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Puts faults into a corpus at random places, ranks its labels as 'namespan check --doubts'"
          + " does, and counts the faults in the first tenth of the list.",
      "The same input gives the same figures."
    })
public final class FaultCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DATA", description = "Annotated corpus to put faults into.")
  private Path data;

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description =
          "Model that is asked; may be repeated. Default: models trained on parts of the corpus with"
              + " its faults.")
  private List<Path> models = List.of();

  @Option(names = "--folds", paramLabel = "N", description = "Models to train. Default: 4.")
  private int folds = 4;

  @Option(names = "--faults", paramLabel = "N", description = "Faults to plant. Default: 1000.")
  private int count = 1000;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the faults. Default: 1.")
  private long seed = 1;

  @Option(names = "--markdown", description = "Print Markdown.")
  private boolean markdown;

  /** Runs the program; its failures end it with exit code 1, bad arguments with 2. */
  public static void main(String[] args) {
    System.exit(Programs.commandLine(new FaultCommand()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    Corpus corpus = CorpusFormats.read(data);
    PlantedFaults planted = PlantedFaults.in(corpus, count, seed);
    CheckedCorpora checked =
        new CheckedCorpora(
            List.of(
                new CheckedFile(
                    CorpusPart.TRAIN,
                    data,
                    planted.corpus(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty())));
    PrintWriter progress = spec.commandLine().getErr();
    DoubtCheck check =
        models.isEmpty()
            ? DoubtCheck.of(
                new CrossValidation(
                    folds,
                    1,
                    line -> {
                      progress.println(line);
                      progress.flush();
                    }))
            : DoubtCheck.of(models);
    TextTable table = table(planted, check.ranked(checked));
    PrintWriter out = spec.commandLine().getOut();
    out.print(markdown ? table.toMarkdown() : table.toText());
    out.flush();
    return 0;
  }

  /**
   * Of each kind of fault, how many are in the first tenth of the entities and of the sentences.
   */
  static TextTable table(PlantedFaults planted, List<Doubt> ranked) {
    IdentityHashMap<Sentence, Integer> indexes = new IdentityHashMap<>();
    for (int i = 0; i < planted.corpus().sentences().size(); i++) {
      indexes.put(planted.corpus().sentences().get(i), i);
    }
    Set<Fault> byEntity = new HashSet<>();
    for (Doubt doubt : ranked.subList(0, ranked.size() / 10)) {
      int sentence = indexes.get(doubt.located().sentence());
      for (Fault fault : planted.faults()) {
        if (fault.sentence() == sentence
            && (fault.touches(doubt.annotated()) || fault.touches(doubt.instead()))) {
          byEntity.add(fault);
        }
      }
    }
    // A sentence stands where its least probable annotation does.
    Set<Integer> first = new HashSet<>();
    int tenth = planted.corpus().sentences().size() / 10;
    for (Doubt doubt : ranked) {
      if (first.size() < tenth) {
        first.add(indexes.get(doubt.located().sentence()));
      }
    }
    TextTable table =
        new TextTable(
            1,
            List.of(
                "fault",
                "planted",
                number(ranked.size() / 10) + " of " + number(ranked.size()) + " entities",
                number(tenth) + " of " + number(indexes.size()) + " sentences"));
    for (Fault.Kind kind : Fault.Kind.values()) {
      List<Fault> faults = planted.faults().stream().filter(f -> f.kind() == kind).toList();
      row(table, kind.toString(), faults, byEntity, first);
    }
    row(table, "all", planted.faults(), byEntity, first);
    return table;
  }

  private static void row(
      TextTable table, String name, List<Fault> faults, Set<Fault> byEntity, Set<Integer> first) {
    table.add(
        List.of(
            name,
            number(faults.size()),
            number(faults.stream().filter(byEntity::contains).count()),
            number(faults.stream().filter(fault -> first.contains(fault.sentence())).count())));
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
