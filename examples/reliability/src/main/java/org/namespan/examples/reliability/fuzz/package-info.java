/** The fuzz targets in the tests of all modules. */
package org.namespan.examples.reliability.fuzz;
