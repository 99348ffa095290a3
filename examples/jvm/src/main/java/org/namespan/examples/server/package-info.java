/** One tagger for all requests of a server. */
package org.namespan.examples.server;
