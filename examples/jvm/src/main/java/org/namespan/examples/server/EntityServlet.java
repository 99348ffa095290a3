package org.namespan.examples.server;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import org.namespan.Entity;
import org.namespan.EntityTagger;

/**
 * Finds the entities of the text that is posted to it, and answers with a line for each: type,
 * start, end and score, tabs between them. The container calls it from many threads at once, and
 * all use the one tagger.
 */
public final class EntityServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** As long as the servlet lives. */
  private transient EntityTagger tagger;

  @Override
  public void init() throws ServletException {
    try {
      tagger = EntityTagger.english();
    } catch (IOException e) {
      throw new ServletException("the model could not be loaded", e);
    }
  }

  @Override
  public void destroy() {
    tagger.close();
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    request.setCharacterEncoding("UTF-8");
    response.setContentType("text/tab-separated-values; charset=UTF-8");
    PrintWriter answer = response.getWriter();
    // Tagged as it comes in, so that no text is too long.
    tagger.tag(request.getReader(), entity -> answer.print(line(entity)));
  }

  private static String line(Entity entity) {
    return entity.type()
        + '\t'
        + entity.start()
        + '\t'
        + entity.end()
        + '\t'
        + entity.score()
        + '\n';
  }
}
