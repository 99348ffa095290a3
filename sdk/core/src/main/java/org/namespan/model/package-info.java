/** The model file: its metadata, its graph's inputs and outputs, and its checks at load. */
package org.namespan.model;
