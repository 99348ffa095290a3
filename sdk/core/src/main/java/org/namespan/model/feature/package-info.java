/** From tokens to feature ids, by a recipe that is recorded in the model file. */
package org.namespan.model.feature;
