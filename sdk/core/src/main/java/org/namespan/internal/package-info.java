/** The road from text to entities, one package for each stage; not part of the public API. */
package org.namespan.internal;
