package org.namespan.trainer.distillation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.ModelFormatException;
import org.namespan.model.ModelMetadata;
import org.namespan.model.decode.ForwardBackward;
import org.namespan.model.decode.TransitionScores;
import org.namespan.model.tag.TagScheme;
import org.namespan.model.tag.TagSet;
import org.namespan.trainer.batch.EncodedSentence;
import org.namespan.trainer.corpus.SoftCorpus;
import org.namespan.trainer.corpus.SoftSentence;
import org.namespan.trainer.export.ModelExporter;
import org.namespan.trainer.export.SmallTaggers;
import org.namespan.trainer.network.EngineNetwork;
import org.namespan.trainer.network.SmallNetworks;
import org.namespan.trainer.network.encoder.Cell;
import org.namespan.trainer.training.NetworkTagger;
import org.namespan.trainer.training.TrainedTagger;

class TeacherEnsembleTest {

  @TempDir private Path folder;

  private final TrainedTagger first =
      SmallTaggers.tagger(SmallNetworks.config(Cell.LSTM, true, 1, 2), 1);
  private final TrainedTagger second =
      SmallTaggers.tagger(SmallNetworks.config(Cell.GRU, false, 1, 0), 2);

  private Path export(TrainedTagger tagger, String name) throws IOException {
    Path file = folder.resolve(name);
    ModelExporter.export(tagger, SmallTaggers.corpus(2, 5, 1), file);
    return file;
  }

  /** {@code [time, labels]} of each sentence, straight from the network. */
  private static List<float[]> marginals(TrainedTagger tagger, List<List<String>> sentences) {
    TagSet tagSet = tagger.metadata().tagSet();
    ForwardBackward paths = new ForwardBackward(tagSet, TransitionScores.zero(tagSet.size()));
    List<EncodedSentence> encoded =
        sentences.stream()
            .map(tokens -> EncodedSentence.of(tokens, tagger.metadata().tokenFeatures()))
            .toList();
    List<float[]> marginals = new ArrayList<>();
    try (NDManager manager = SmallNetworks.manager()) {
      EngineNetwork network = EngineNetwork.of(tagger.spec(), tagger.weights(), manager);
      List<float[]> emissions = new NetworkTagger(network, manager, 4).emissions(encoded);
      for (int i = 0; i < emissions.size(); i++) {
        marginals.add(paths.run(emissions.get(i), sentences.get(i).size()).marginals());
      }
    }
    return marginals;
  }

  @Test
  void givesTheMeanOfTheMarginals() throws IOException {
    List<List<String>> sentences = SmallTaggers.sentences(20, 9, 3);
    List<float[]> a = marginals(first, sentences);
    List<float[]> b = marginals(second, sentences);
    try (TeacherEnsemble teachers =
        TeacherEnsemble.open(List.of(export(first, "a.onnx"), export(second, "b.onnx")))) {
      assertEquals(List.of("O", "B-geo", "I-geo", "B-per", "I-per"), teachers.labels());
      assertEquals(TagScheme.BIO, teachers.scheme());
      assertEquals(Set.of("geo", "per"), teachers.types());
      List<SoftSentence> labelled = teachers.label(sentences);
      assertEquals(sentences, labelled.stream().map(SoftSentence::tokens).toList());
      int leftOut = 0;
      for (int i = 0; i < sentences.size(); i++) {
        for (int t = 0; t < sentences.get(i).size(); t++) {
          float[] found = new float[SmallNetworks.LABELS];
          for (int k = 0; k < labelled.get(i).labels()[t].length; k++) {
            found[labelled.get(i).labels()[t][k]] = labelled.get(i).weights()[t][k];
          }
          for (int y = 0; y < found.length; y++) {
            int at = t * found.length + y;
            float mean = (a.get(i)[at] + b.get(i)[at]) / 2;
            boolean kept = mean >= SoftCorpus.SMALLEST_WEIGHT;
            assertEquals(kept ? mean : 0, found[y], 1e-4f, "sentence " + i + ", token " + t);
            leftOut += kept ? 0 : 1;
          }
        }
      }
      // I-geo and I-per start no sentence.
      assertTrue(leftOut >= 2 * sentences.size(), leftOut + " left out");
      assertEquals(List.of(), teachers.label(List.of()));
    }
  }

  @Test
  void refusesTeachersOfOtherLabels() throws IOException {
    ModelMetadata metadata = second.metadata();
    for (TagSet tagSet :
        List.of(
            TagSet.over(TagScheme.BIO, Set.of("geo", "org")),
            new TagSet(
                TagScheme.BIO,
                List.of(
                    metadata.tagSet().tags().get(1),
                    metadata.tagSet().tags().get(0),
                    metadata.tagSet().tags().get(2),
                    metadata.tagSet().tags().get(3),
                    metadata.tagSet().tags().get(4))))) {
      TrainedTagger other =
          new TrainedTagger(
              second.network(),
              second.weights(),
              new ModelMetadata(
                  tagSet,
                  metadata.recipe(),
                  metadata.vocabulary(),
                  metadata.textModels(),
                  metadata.facts()));
      Path file = export(other, "other.onnx");
      List<Path> files = List.of(export(first, "a.onnx"), file);
      String message =
          assertThrows(ModelFormatException.class, () -> TeacherEnsemble.open(files)).getMessage();
      assertTrue(message.startsWith(file + ": found labels " + tagSet.labels()), message);
      assertTrue(message.contains("expected " + first.metadata().tagSet().labels()), message);
    }
  }

  @Test
  void refusesAFileThatIsMissing() throws IOException {
    List<Path> files = List.of(export(first, "a.onnx"), folder.resolve("b.onnx"));
    assertThrows(NoSuchFileException.class, () -> TeacherEnsemble.open(files));
  }

  @Test
  void closesItsSessions() throws IOException {
    TeacherEnsemble teachers = TeacherEnsemble.open(List.of(export(first, "a.onnx")));
    teachers.close();
    assertThrows(IllegalStateException.class, () -> teachers.label(List.of(List.of("w1"))));
  }
}
