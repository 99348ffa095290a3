/** The speed benchmark: measures NameSpan beside its floor, OpenNLP and the processor's limit. */
package org.namespan.examples.benchmarks.speed;
