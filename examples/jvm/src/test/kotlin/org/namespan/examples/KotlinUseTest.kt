package org.namespan.examples

import java.io.StringReader
import opennlp.tools.namefind.RegexNameFinder
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import org.namespan.Entity
import org.namespan.EntityTagger
import org.namespan.Recognizer
import org.namespan.TaggerOptions

/** The library as it is written in Kotlin. */
class KotlinUseTest {

  private val text = "Barack Obama flew to Thailand in December."

  private fun shown(entities: List<Entity>): List<String> = entities.map { "${it.type} ${it.text}" }

  @Test
  fun aTaggerIsUsedAndClosed() {
    val found = EntityTagger.english().use { tagger -> tagger.tag(text) }
    assertEquals(listOf("per Barack Obama", "geo Thailand", "tim December"), shown(found))
  }

  @Test
  fun aDocumentIsReadWithALambda() {
    val found = mutableListOf<Entity>()
    EntityTagger.english().use { tagger -> tagger.tag(StringReader(text)) { found += it } }
    assertEquals(text.substring(found[1].start, found[1].end), found[1].text)
  }

  @Test
  fun optionsAreChained() {
    val verbs = RegexNameFinder(arrayOf(Regex("flew").toPattern()), "verb")
    val options =
      TaggerOptions.defaults().withThreads(2).withRecognizer(Recognizer.afterModel("verbs", verbs))
    val found = EntityTagger.english(options).use { it.tagAll(listOf(text)).single() }
    assertEquals(listOf(Entity.MODEL, "verbs", Entity.MODEL, Entity.MODEL), found.map { it.source })
  }
}
