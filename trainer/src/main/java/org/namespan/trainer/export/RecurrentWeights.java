package org.namespan.trainer.export;

/**
 * The weights of one direction of a recurrent layer in ONNX's order.
 *
 * @param in width of the input
 * @param w {@code [gates * hidden, in]}
 * @param r {@code [gates * hidden, hidden]}
 * @param b {@code [2 * gates * hidden]}, input bias then recurrent bias
 */
record RecurrentWeights(int hidden, int in, float[] w, float[] r, float[] b) {}
