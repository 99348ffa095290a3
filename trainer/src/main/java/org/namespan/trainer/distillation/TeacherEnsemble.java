package org.namespan.trainer.distillation;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.namespan.ModelFormatException;
import org.namespan.model.ModelMetadata;
import org.namespan.model.decode.ForwardBackward;
import org.namespan.model.feature.SentenceView;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagScheme;
import org.namespan.model.text.TextSplitter;
import org.namespan.trainer.corpus.SoftCorpus;
import org.namespan.trainer.corpus.SoftSentence;

/**
 * Several models that label text together: the marginals of each, over legal tag paths, averaged.
 * Owns its teachers until closed. Not thread-safe.
 */
public final class TeacherEnsemble implements AutoCloseable {

  private final List<Teacher> teachers = new ArrayList<>();
  private final List<ForwardBackward> posteriors = new ArrayList<>();

  private TeacherEnsemble() {}

  /**
   * Opens teachers; what the engine computes, on the CPU.
   *
   * @see #open(List, Device)
   */
  public static TeacherEnsemble open(List<Path> files) throws IOException {
    return open(files, Device.cpu());
  }

  /**
   * Opens teachers.
   *
   * @param files model files, which ONNX Runtime runs, and folders of runs, whose best epoch the
   *     engine computes
   * @param device on which the engine computes
   * @throws ModelFormatException if one is no model, or has other labels than the first
   * @throws org.namespan.trainer.training.TrainingException if a run is given and PyTorch does not
   *     start or has no such device
   */
  public static TeacherEnsemble open(List<Path> files, Device device) throws IOException {
    TeacherEnsemble ensemble = new TeacherEnsemble();
    try {
      for (Path file : files) {
        ensemble.add(file, Teacher.open(file, device));
      }
      return ensemble;
    } catch (IOException | RuntimeException e) {
      ensemble.close();
      throw e;
    }
  }

  private void add(Path file, Teacher teacher) throws IOException {
    teachers.add(teacher);
    ModelMetadata metadata = teacher.metadata();
    if (!metadata.tagSet().labels().equals(labels())) {
      throw new ModelFormatException(
          file
              + ": found labels "
              + metadata.tagSet().labels()
              + ", expected "
              + labels()
              + " as the first model has; teachers must have the same types and tag scheme");
    }
    posteriors.add(new ForwardBackward(metadata.tagSet(), metadata.transitions()));
  }

  /** The labels of every teacher, in output order. */
  public List<String> labels() {
    return first().tagSet().labels();
  }

  /** The tag scheme of every teacher. */
  public TagScheme scheme() {
    return first().tagSet().scheme();
  }

  /** The entity types of every teacher, sorted. */
  public Set<String> types() {
    return first().tagSet().types();
  }

  private ModelMetadata first() {
    return teachers.get(0).metadata();
  }

  /** How the first teacher splits text. */
  public TextSplitter splitter() {
    return teachers.get(0).splitter();
  }

  /** Labels sentences, given as tokens; none may be empty. */
  public List<SoftSentence> label(List<List<String>> sentences) {
    int labels = labels().size();
    List<SentenceView> views = sentences.stream().map(SentenceView::ofTokens).toList();
    List<float[]> sums = new ArrayList<>(sentences.size());
    views.forEach(view -> sums.add(new float[view.size() * labels]));
    for (int k = 0; k < teachers.size(); k++) {
      List<float[]> emissions = teachers.get(k).emissions(views);
      for (int i = 0; i < sentences.size(); i++) {
        float[] marginals =
            posteriors.get(k).run(emissions.get(i), views.get(i).size()).marginals();
        float[] sum = sums.get(i);
        for (int j = 0; j < sum.length; j++) {
          sum[j] += marginals[j] / teachers.size();
        }
      }
    }
    List<SoftSentence> soft = new ArrayList<>(sentences.size());
    for (int i = 0; i < sentences.size(); i++) {
      float[] marginals = ofTokens(sentences.get(i).size(), views.get(i), sums.get(i));
      soft.add(sparse(sentences.get(i), marginals, labels));
    }
    return soft;
  }

  /** The marginals of all tokens of a sentence: those that are not shown are surely outside. */
  private float[] ofTokens(int time, SentenceView view, float[] shown) {
    int labels = labels().size();
    int outside = labels().indexOf(Tag.OUTSIDE.toString());
    float[] marginals = new float[time * labels];
    int next = 0;
    for (int t = 0; t < time; t++) {
      if (next < view.size() && view.place(next) == t) {
        System.arraycopy(shown, next * labels, marginals, t * labels, labels);
        next++;
      } else {
        marginals[t * labels + outside] = 1;
      }
    }
    return marginals;
  }

  /** Keeps the weights that are not next to nothing; the largest always. */
  private static SoftSentence sparse(List<String> tokens, float[] marginals, int labels) {
    int time = tokens.size();
    int[][] ids = new int[time][];
    float[][] weights = new float[time][];
    int[] kept = new int[labels];
    for (int t = 0; t < time; t++) {
      float largest = 0;
      for (int y = 0; y < labels; y++) {
        largest = Math.max(largest, marginals[t * labels + y]);
      }
      float least = Math.min(largest, SoftCorpus.SMALLEST_WEIGHT);
      int count = 0;
      for (int y = 0; y < labels; y++) {
        if (marginals[t * labels + y] >= least) {
          kept[count++] = y;
        }
      }
      ids[t] = Arrays.copyOf(kept, count);
      weights[t] = new float[count];
      for (int i = 0; i < count; i++) {
        weights[t][i] = marginals[t * labels + kept[i]];
      }
    }
    return new SoftSentence(tokens, ids, weights);
  }

  @Override
  public void close() {
    teachers.forEach(Teacher::close);
  }
}
