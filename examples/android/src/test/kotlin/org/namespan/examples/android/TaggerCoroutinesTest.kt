package org.namespan.examples.android

import java.util.concurrent.CountDownLatch
import kotlin.coroutines.cancellation.CancellationException
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.async
import kotlinx.coroutines.flow.asFlow
import kotlinx.coroutines.flow.emptyFlow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.mapLatest
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import opennlp.tools.namefind.TokenNameFinder
import opennlp.tools.util.Span
import org.junit.Assert.assertEquals
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Test
import org.namespan.EntityTagger
import org.namespan.Recognizer
import org.namespan.TaggerOptions

/** The extensions, without Android. */
class TaggerCoroutinesTest {

  private fun model(options: TaggerOptions = TaggerOptions.defaults()) =
    EntityTagger.load(Apk.MODEL, options)

  @Test
  fun aTextIsTaggedOffTheCallersThread() {
    model().use { tagger ->
      runBlocking {
        val found = tagger.tagSuspending("Angela Merkel left Paris.")
        assertEquals(listOf("Angela Merkel", "Paris"), found.map { it.text })
      }
    }
  }

  @Test
  fun aFlowKeepsItsOrderAndItsEnd() {
    model().use { tagger ->
      runBlocking {
        val texts = listOf("in Rome", "nothing", "in Paris", "in Berlin", "in London")
        for (batchSize in 1..6) {
          val tagged = texts.asFlow().tagWith(tagger, batchSize).toList()
          assertEquals(texts, tagged.map { it.text })
          assertEquals(texts.map { tagger.tag(it) }, tagged.map { it.entities })
        }
        assertEquals(emptyList<TaggedText>(), emptyFlow<String>().tagWith(tagger).toList())
      }
      assertThrows(IllegalArgumentException::class.java) {
        emptyFlow<String>().tagWith(tagger, batchSize = 0)
      }
    }
  }

  /** A finder in which the first call waits until its thread is interrupted. */
  private class Stuck : TokenNameFinder {
    val begun = CountDownLatch(1)

    override fun find(tokens: Array<String>): Array<Span> {
      if (begun.count > 0) {
        begun.countDown()
        while (!Thread.currentThread().isInterrupted) Thread.onSpinWait()
      }
      return arrayOf()
    }

    override fun clearAdaptiveData() = Unit
  }

  @Test
  fun toCancelEndsTheCall() {
    val stuck = Stuck()
    model(TaggerOptions.defaults().withRecognizer(Recognizer.afterModel("stuck", stuck))).use {
      tagger ->
      runBlocking {
        val call = async { tagger.tagSuspending("in Rome. ".repeat(1000)) }
        val cancelled = CompletableDeferred<Boolean>()
        call.invokeOnCompletion { cancelled.complete(it is CancellationException) }
        withContext(Dispatchers.IO) { stuck.begun.await() }
        call.cancel()
        assertTrue(cancelled.await())
        assertEquals(listOf("Rome"), tagger.tagSuspending("in Rome").map { it.text })
      }
    }
  }

  @OptIn(ExperimentalCoroutinesApi::class)
  @Test
  fun theNewestTextIsFound() {
    model().use { tagger ->
      runBlocking {
        val typed = flow { for (text in listOf("in Ro", "in Rom", "in Rome")) emit(text) }
        val last = typed.mapLatest { tagger.tagSuspending(it) }.toList().last()
        assertEquals(listOf("Rome"), last.map { it.text })
      }
    }
  }
}
