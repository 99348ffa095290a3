/**
 * From raw text to sentences of tokens, each token knowing where in the caller's text it stands.
 */
package org.namespan.model.text;
