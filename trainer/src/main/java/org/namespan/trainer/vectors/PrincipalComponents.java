package org.namespan.trainer.vectors;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Principal component analysis (Pearson 1901) by the eigenvectors of the covariance matrix, those
 * of the largest eigenvalues first. The entry of an eigenvector that is largest by amount is
 * positive, which makes its sign, free by the definition, the same everywhere.
 */
final class PrincipalComponents {
  private final int dim;
  private final double[] mean;
  private final double[][] components;
  private final double[] variances;

  /**
   * @param values {@code [rows, dim]}, at least one row
   */
  PrincipalComponents(float[] values, int dim) {
    this.dim = dim;
    this.mean = mean(values, dim);
    EigenDecomposition eigen =
        new EigenDecomposition(new Array2DRowRealMatrix(covariance(values), false));
    this.variances = eigen.getRealEigenvalues();
    this.components = new double[dim][];
    for (int k = 0; k < dim; k++) {
      components[k] = eigen.getEigenvector(k).toArray();
      fixSign(components[k]);
    }
  }

  private static double[] mean(float[] values, int dim) {
    double[] sum = new double[dim];
    for (int i = 0; i < values.length; i++) {
      sum[i % dim] += values[i];
    }
    int rows = values.length / dim;
    return Arrays.stream(sum).map(each -> each / rows).toArray();
  }

  private double[][] covariance(float[] values) {
    double[][] sums = new double[dim][dim];
    double[] centred = new double[dim];
    for (int at = 0; at < values.length; at += dim) {
      centre(values, at, centred);
      for (int i = 0; i < dim; i++) {
        double[] row = sums[i];
        double factor = centred[i];
        for (int j = 0; j <= i; j++) {
          row[j] += factor * centred[j];
        }
      }
    }
    int rows = values.length / dim;
    for (int i = 0; i < dim; i++) {
      for (int j = 0; j <= i; j++) {
        sums[i][j] /= rows;
        sums[j][i] = sums[i][j];
      }
    }
    return sums;
  }

  private void centre(float[] values, int at, double[] centred) {
    for (int i = 0; i < dim; i++) {
      centred[i] = values[at + i] - mean[i];
    }
  }

  private static void fixSign(double[] component) {
    int largest = 0;
    for (int i = 1; i < component.length; i++) {
      if (Math.abs(component[i]) > Math.abs(component[largest])) {
        largest = i;
      }
    }
    if (component[largest] < 0) {
      for (int i = 0; i < component.length; i++) {
        component[i] = -component[i];
      }
    }
  }

  /** Share of the variance in the first {@code kept} components; 1 where nothing varies. */
  double varianceKept(int kept) {
    // Rounding may leave a variance of 0 slightly below it.
    double all = Arrays.stream(variances).map(each -> Math.max(0, each)).sum();
    double part = Arrays.stream(variances, 0, kept).map(each -> Math.max(0, each)).sum();
    return all == 0 ? 1 : part / all;
  }

  /** Rows {@code [rows, dim]} less the mean, on the first components: {@code [rows, kept]}. */
  float[] project(float[] values, int kept) {
    float[] projected = new float[values.length / dim * kept];
    double[] centred = new double[dim];
    for (int at = 0, to = 0; at < values.length; at += dim) {
      centre(values, at, centred);
      for (int k = 0; k < kept; k++) {
        double sum = 0;
        double[] component = components[k];
        for (int i = 0; i < dim; i++) {
          sum += component[i] * centred[i];
        }
        projected[to++] = (float) sum;
      }
    }
    return projected;
  }
}
