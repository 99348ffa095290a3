/**
 * Results as pages to look at: one HTML file each, which opens from the disk without network or
 * server.
 *
 * <p>An {@link org.namespan.trainer.report.HtmlPage} puts a template, its styles, its scripts, the
 * charts of Apache ECharts and the numbers into one file. The numbers are the JSON that the
 * commands print; scripts in the resources of this package make tables and charts of them in the
 * browser. {@link org.namespan.trainer.report.EvaluationPage}, {@link
 * org.namespan.trainer.report.ClassificationPage}, {@link
 * org.namespan.trainer.report.ComparisonPage} and {@link org.namespan.trainer.report.TrainingPage}
 * say which numbers.
 *
 * <p>Names, types and texts come from files that anybody may have written. They reach a page as
 * JSON strings alone, escaped so that none can end its script, and the browser shows them as text.
 */
@NullMarked
package org.namespan.trainer.report;

import org.jspecify.annotations.NullMarked;
