/**
 * Classes of whole texts: {@link org.namespan.classification.TextClassifier} loads a model and
 * gives each text the scores of its classes. It stands beside {@link org.namespan.EntityTagger},
 * which finds entities in texts, and shares what is below.
 */
@NullMarked
package org.namespan.classification;

import org.jspecify.annotations.NullMarked;
