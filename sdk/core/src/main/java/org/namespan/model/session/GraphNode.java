package org.namespan.model.session;

import java.util.List;
import java.util.SortedMap;

/**
 * A node of a graph.
 *
 * @param operator with its domain and a point before it, if that is another than ONNX's
 * @param attributes their values by their names; the values of a list are apart by commas
 * @param inputs names of values; empty where one is left out
 * @param outputs names of values
 */
record GraphNode(
    String operator,
    SortedMap<String, String> attributes,
    List<String> inputs,
    List<String> outputs) {}
