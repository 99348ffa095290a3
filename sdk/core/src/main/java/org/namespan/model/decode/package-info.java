/** From emission scores to the best legal tag path and the probability of its spans. */
package org.namespan.model.decode;
