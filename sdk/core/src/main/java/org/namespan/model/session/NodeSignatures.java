package org.namespan.model.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The nodes that a graph of NameSpan can have, with the shapes of their inputs and outputs. A graph
 * is a program: operators alone do not tell whether it ends, what memory it takes, or whether ONNX
 * Runtime looks at a size before it reads by it.
 *
 * <p>Each line has an operator, its attributes, a colon, its inputs, and {@code ->} its output, a
 * {@link GraphValue}. Letters before the brackets are types:
 *
 * <pre>
 * f, h, b  32-bit floats, 16-bit floats, 8-bit integers; # before them: known at load
 * i        ids of the inputs            n, m  lengths of sentences, and the same as floats
 * p        positions of last tokens     l     other 64-bit integers
 * =        a vector of 64-bit integers whose values are in the brackets; @ one such number alone
 * #1.0     one float of this value
 * </pre>
 *
 * <p>In the brackets stand the sizes of axes: {@code T} and {@code B} are time and batch, {@code N}
 * is their product, a small letter any size, the same within a line, letters and digits in a row
 * their product. {@code *} is any axes, {@code ...} more inputs like the one before, which may
 * differ in the axis that is {@code w}, and {@code +} is the sum of these. An attribute may have
 * one of several values, apart by {@code |}.
 */
final class NodeSignatures {

  /** Stands for an input that is left out. */
  static final GraphValue ABSENT = new GraphValue("_");

  /**
   * In groups: ids and shapes; rows of tables; matrices as they are stored and as they are
   * multiplied; characters; recurrent layers; taggers; of classifiers what tells tokens from
   * padding, and what makes one vector of a text.
   */
  private static final String[] LINES =
      """
          Transpose perm=1,0 : i[B,T] -> i[T,B]
          Transpose perm=1,0,2 : i[B,T,c] -> i[T,B,c]
          Pad : i[T,B,c] =[0,0,1,0,0,-1] -> i[T,B,c]
          Pad : i[T,B,c] =[0,0,-1,0,0,1] -> i[T,B,c]
          Reshape : i[T,B] =[-1] -> i[N]
          Reshape : i[T,B,c] =[-1] -> i[Nc]
          Shape : i[T,B] -> =[T,B]
          Shape end=2 : f[T,B,w] -> =[T,B]
          Concat axis=0 : =[T,B] =[-1] -> =[T,B,-1]
          Concat axis=0 : =[T,B] =[1] -> =[T,B,1]

          Gather : #f[r,w] i[*] -> f[*,w]
          Gather : #h[r,w] i[*] -> h[*,w]
          Gather : #b[r,w] i[*] -> b[*,w]
          Gather : #f[r] i[*] -> f[*]
          Cast to=1 : h[*] -> f[*]
          Cast to=1 : b[*] -> f[*]
          DequantizeLinear axis=0 : b[N,w] f[N] -> f[N,w]
          DequantizeLinear axis=0 : b[Nc,w] f[Nc] -> f[Nc,w]
          Mul : f[*,w] f[*,1] -> f[*,w]
          Reshape : f[N,w] =[T,B,-1] -> f[T,B,w]
          Reshape : f[Nc,w] =[T,B,-1] -> f[T,B,cw]
          Reshape : f[T,B,c,w] =[0,0,cw] -> f[T,B,cw]
          Reshape : f[Nc,w] =[-1,c,w] -> f[N,c,w]
          ReduceSum keepdims=0 : f[N,c,w] =[1] -> f[N,w]
          ReduceSum keepdims=0 : f[T,B,c,w] =[2] -> f[T,B,w]
          Add : f[*] f[*] -> f[*]
          Concat axis=2 : f[T,B,w] ... -> f[T,B,+]

          Cast to=1 : #h[*] -> #f[*]
          Cast to=1 : #b[*] -> #f[*]
          Mul : #f[d,g,w] #f[d,g,1] -> #f[d,g,w]
          MatMul : #f[r,d] #f[d,w] -> #f[r,w]
          Add : #f[r,w] #f[r,1] -> #f[r,w]
          MatMul : f[*,u] #f[u,w] -> f[*,w]
          Add : f[*,w] #f[w] -> f[*,w]
          Gemm : f[N,u] #f[u,w] #f[w] -> f[N,w]
          Gemm : f[N,u] #f[u,w] f[N,w] -> f[N,w]
          Gemm : f[B,u] #f[u,w] #f[w] -> f[B,w]

          ReduceMax axes=2 keepdims=0 : f[T,B,c,w] -> f[T,B,w]
          Relu : f[T,B,w] -> f[T,B,w]

          LSTM direction=forward|reverse hidden_size=h : \
          f[T,B,w] #f[1,4h,w] #f[1,4h,h] #f[1,8h] n[B] -> f[T,1,B,h]
          LSTM direction=bidirectional hidden_size=h : \
          f[T,B,w] #f[2,4h,w] #f[2,4h,h] #f[2,8h] n[B] -> f[T,2,B,h]
          GRU direction=forward|reverse hidden_size=h linear_before_reset=1 : \
          f[T,B,w] #f[1,3h,w] #f[1,3h,h] #f[1,6h] n[B] -> f[T,1,B,h]
          GRU direction=bidirectional hidden_size=h linear_before_reset=1 : \
          f[T,B,w] #f[2,3h,w] #f[2,3h,h] #f[2,6h] n[B] -> f[T,2,B,h]
          RNN activations=Relu|Tanh direction=forward|reverse hidden_size=h : \
          f[T,B,w] #f[1,h,w] #f[1,h,h] #f[1,2h] n[B] -> f[T,1,B,h]
          RNN activations=Relu,Relu|Tanh,Tanh direction=bidirectional hidden_size=h : \
          f[T,B,w] #f[2,h,w] #f[2,h,h] #f[2,2h] n[B] -> f[T,2,B,h]
          com.microsoft.DynamicQuantizeLSTM direction=forward|reverse hidden_size=h : \
          f[T,B,w] #b[1,w,4h] #b[1,h,4h] #f[1,8h] n[B] _ _ _ \
          #f[1,4h] #b[1,4h] #f[1,4h] #b[1,4h] -> f[T,1,B,h]
          Expand : #f[1,1,w] =[T,B,1] -> f[T,B,w]
          Slice : f[T,1,B,h+2] =[0] =[h] =[3] -> f[T,1,B,h]
          Slice : f[T,1,B,h] =[0] =[h] =[3] -> f[T,1,B,h]
          Slice : f[T,B,h+2] =[0] =[h] =[2] -> f[T,B,h]
          Squeeze : f[T,1,B,w] =[1] -> f[T,B,w]
          Transpose perm=0,2,1,3 : f[T,d,B,h] -> f[T,B,d,h]
          Reshape : f[T,1,B,w] =[T,B,-1] -> f[T,B,w]
          Reshape : f[T,B,w] =[T,B,-1] -> f[T,B,w]
          Reshape : f[T,1,B,w] =[-1,w] -> f[N,w]
          Reshape : f[T,B,w] =[-1,w] -> f[N,w]

          LogSoftmax axis=2 : f[T,B,w] -> f[T,B,w]
          Transpose perm=1,0,2 : f[T,B,w] -> f[B,T,w]

          Slice : =[T,B] =[0] =[1] =[0] -> =[T]
          Squeeze : =[T] =[0] -> @[T]
          Squeeze : =[0] =[0] -> @[0]
          Squeeze : =[1] =[0] -> @[1]
          Range : @[0] @[T] @[1] -> l[T]
          Cast to=1 : l[T] -> f[T]
          Cast to=1 : n[B] -> m[B]
          Unsqueeze : m[B] =[1] -> m[B,1]
          Sub : m[B,1] f[T] -> f[B,T]
          Clip : f[B,T] #0.0 #1.0 -> f[B,T]
          Sub : f[B,T] #1.0 -> f[B,T]
          Mul : f[B,T] #1.0E30 -> f[B,T]
          Unsqueeze : f[B,T] =[-1] -> f[B,T,1]

          Add : f[B,T,w] f[B,T,1] -> f[B,T,w]
          ReduceMax axes=1 keepdims=0 : f[B,T,w] -> f[B,w]
          ReduceSum keepdims=0 : f[B,T,w] =[1] -> f[B,w]
          Div : f[B,w] m[B,1] -> f[B,w]
          Tanh : f[B,T,w] -> f[B,T,w]
          Squeeze : f[B,T,1] =[2] -> f[B,T]
          Softmax axis=1 : f[B,T] -> f[B,T]
          Sub : m[B,1] #1.0 -> p[B,1]
          Cast to=7 : p[B,1] -> l[B,1]
          GatherND batch_dims=1 : f[B,T,w] l[B,1] -> f[B,w]
          Slice : f[B,T,w] =[0] =[1] =[1] -> f[B,1,w]
          Squeeze : f[B,1,w] =[1] -> f[B,w]
          Slice : f[B,2h] =[0] =[h] =[1] -> f[B,h]
          Slice : f[B,2h] =[h] =[2h] =[1] -> f[B,h]
          Concat axis=1 : f[B,w] ... -> f[B,+]"""
          .split("\n");

  private NodeSignatures() {}

  /** What a node gives, or null if it is of none of the lines. */
  static @Nullable GraphValue output(GraphNode node, List<GraphValue> inputs) {
    for (String line : LINES) {
      @Nullable GraphValue output = SignatureMatch.output(line, node, inputs);
      if (output != null) {
        return output;
      }
    }
    return null;
  }
}
