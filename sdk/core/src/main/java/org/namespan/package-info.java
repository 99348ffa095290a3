/** Named entities from text, with a model file that {@code namespan train} wrote. */
package org.namespan;
