/**
 * From raw text to sentences of tokens, each token knowing where in the caller's text it stands.
 *
 * <p>The road, one class for each step:
 *
 * <ol>
 *   <li>{@link org.namespan.model.text.CleanText} is the text as a reader sees it, aligned with the
 *       original: composed, without invisible characters and inline markup ({@code Markup}), its
 *       lines and cells parted ({@code LineLayout}).
 *   <li>{@link org.namespan.model.text.NormalizedText} is the clean text as the models read it,
 *       char by char: white space is spaces and blank lines, typographic characters are plain
 *       ({@link org.namespan.model.text.CharacterFolding}), grapheme clusters are marked.
 *   <li>A {@link org.namespan.model.text.SentenceDetector} finds the sentences of each paragraph.
 *   <li>A {@link org.namespan.model.text.Tokenizer} finds the {@link
 *       org.namespan.model.text.Token}s of each sentence.
 *   <li>{@link org.namespan.model.text.TextSplitter} leads a text through these steps, {@link
 *       org.namespan.model.text.DocumentSplitter} a document of any length, window by window.
 * </ol>
 *
 * <p>{@link org.namespan.model.text.TextModels} is what a model file says of the last two; it
 * chooses among these strategies:
 *
 * <table>
 *   <caption>Kinds of text models</caption>
 *   <tr><th>kind</th><th>tokenizer</th><th>sentence detector</th></tr>
 *   <tr><td>white space</td><td>{@code WhitespaceTokenizer}</td>
 *       <td>{@code ParagraphSentenceDetector}</td></tr>
 *   <tr><td>maxent: tables of format 3</td><td>{@code MaxentTokenizer}</td>
 *       <td>{@code MaxentSentenceDetector}</td></tr>
 *   <tr><td>OpenNLP: serialised models of formats 1 and 2</td>
 *       <td>{@code MaxentTokenizer}, or {@code OpenNlpTokenizer} for more than a maxent model</td>
 *       <td>{@code MaxentSentenceDetector} or {@code OpenNlpSentenceDetector}</td></tr>
 * </table>
 *
 * <p>The statistical ones share what comes before and after a model: {@code StatisticalTokenizer}
 * pre-tokenizes and caches, and {@code SignRules} decide where models err; {@code
 * StatisticalSentenceDetector} corrects ends by {@code PeriodRules}. {@code MaxentTable} is the
 * bytes of a maxent model in a file, {@code BinaryMaxentModel} its evaluation, {@code
 * TokenBoundaryFeatures} and {@code SentenceEndFeatures} its predicates, {@code OpenNlpModelFile}
 * reads what OpenNLP serialises.
 */
@NullMarked
package org.namespan.model.text;

import org.jspecify.annotations.NullMarked;
