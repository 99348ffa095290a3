/**
 * Named entities from text. Applications need {@code org.namespan} alone, {@code
 * org.namespan.redaction} to hide them, {@code org.namespan.html} to show them, and {@code
 * org.namespan.classification} to tell the classes of texts; {@code org.namespan.model} and the
 * packages below it are the contract with training tools.
 */
module org.namespan {
  // Both have no descriptor, only a name in their manifest.
  requires transitive com.microsoft.onnxruntime;
  requires transitive org.apache.opennlp.tools;
  // Not transitive: an application would have to have it to be compiled.
  requires static org.jspecify;

  exports org.namespan;
  exports org.namespan.html;
  exports org.namespan.classification;
  exports org.namespan.redaction;
  exports org.namespan.model;
  exports org.namespan.model.decode;
  exports org.namespan.model.feature;
  exports org.namespan.model.session;
  exports org.namespan.model.tag;
  exports org.namespan.model.text;
}
