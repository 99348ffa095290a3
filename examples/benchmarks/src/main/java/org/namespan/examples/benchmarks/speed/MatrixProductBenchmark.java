package org.namespan.examples.benchmarks.speed;

import ai.onnxruntime.OrtException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** How fast the arithmetic of a network could be done: see {@link MatrixProduct}. */
public class MatrixProductBenchmark {

  /** The matrices. */
  @State(Scope.Benchmark)
  public static class Loaded {

    /** Multiply-adds per token, at least 1. */
    @Param({})
    public long multiplyAdds;

    private MatrixProduct product;

    /** Makes the matrices. */
    @Setup
    public void load() throws OrtException {
      product = new MatrixProduct(multiplyAdds);
    }

    /** Frees them. */
    @TearDown
    public void close() throws OrtException {
      product.close();
    }
  }

  /** One product. */
  @Benchmark
  public void product(Loaded loaded, TokenCount count) throws OrtException {
    count.add(loaded.product.run());
  }
}
