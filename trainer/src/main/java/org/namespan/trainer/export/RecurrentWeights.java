package org.namespan.trainer.export;

/**
 * The weights of one recurrent layer in ONNX's order, both directions.
 *
 * @param in width of the input
 * @param lengths name of the sentence lengths {@code [batch]}
 * @param w {@code [directions, gates * hidden, in]}
 * @param r {@code [directions, gates * hidden, hidden]}
 * @param b {@code [directions, 2 * gates * hidden]}, input bias then recurrent bias
 */
record RecurrentWeights(
    int directions, int hidden, int in, String lengths, float[] w, float[] r, float[] b) {}
