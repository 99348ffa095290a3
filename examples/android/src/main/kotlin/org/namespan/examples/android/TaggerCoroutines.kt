package org.namespan.examples.android

import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.runInterruptible
import org.namespan.Entity
import org.namespan.EntityTagger

/** A text and the entities found in it. */
data class TaggedText(val text: String, val entities: List<Entity>)

/**
 * The entities of a text, found on a thread of [dispatcher]. To cancel the coroutine ends the call
 * between two batches of sentences; the tagger stays usable. With a field in which a user types,
 * each text ends the search in the one before it:
 * ```
 * typed.mapLatest { tagger.tagSuspending(it) }.collect { show(it) }
 * ```
 */
suspend fun EntityTagger.tagSuspending(
  text: String,
  dispatcher: CoroutineDispatcher = Dispatchers.Default,
): List<Entity> = runInterruptible(dispatcher) { tag(text) }

/**
 * The texts of this flow with their entities, in its order. They are tagged [batchSize] at once,
 * which is faster than one by one, so the first is given out when that many have come, or the last.
 *
 * @throws IllegalArgumentException if [batchSize] is less than 1
 */
fun Flow<String>.tagWith(
  tagger: EntityTagger,
  batchSize: Int = 64,
  dispatcher: CoroutineDispatcher = Dispatchers.Default,
): Flow<TaggedText> {
  require(batchSize >= 1) { "batchSize is $batchSize, expected at least 1" }
  return flow {
    var batch = mutableListOf<String>()
    suspend fun emitBatch() {
      val texts = batch
      batch = mutableListOf()
      val found = runInterruptible(dispatcher) { tagger.tagAll(texts) }
      texts.zip(found, ::TaggedText).forEach { emit(it) }
    }
    collect { text ->
      batch += text
      if (batch.size == batchSize) emitBatch()
    }
    if (batch.isNotEmpty()) emitBatch()
  }
}
