package org.namespan.examples.android;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.robolectric.Shadows.shadowOf;

import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.os.Looper;
import android.text.Editable;
import android.view.View;
import android.view.ViewGroup;
import android.widget.EditText;
import android.widget.TextView;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.namespan.examples.android.EntityStyle.Highlight;
import org.robolectric.Robolectric;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.android.controller.ActivityController;
import org.robolectric.annotation.Config;
import org.robolectric.annotation.GraphicsMode;

/** The app on the oldest Android that it runs on, and a later one, with the real model. */
@RunWith(RobolectricTestRunner.class)
@Config(
    sdk = {26, 33},
    qualifiers = "w411dp-h731dp-xhdpi")
@GraphicsMode(GraphicsMode.Mode.NATIVE)
public class MainActivityTest {

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private ActivityController<MainActivity> controller;

  @Before
  public void build() {
    controller = Robolectric.buildActivity(MainActivity.class);
    controller.get().setTheme(android.R.style.Theme_Material_Light_NoActionBar);
  }

  private void install(byte[] model, boolean compressed) throws Exception {
    Path apk = folder.getRoot().toPath().resolve("app.apk");
    Apk.write(apk, "namespan-en.onnx", model, compressed);
    Apk.install(apk, controller.get().getAssets());
  }

  private void installModel() throws Exception {
    install(Files.readAllBytes(Apk.MODEL), false);
  }

  /** Waits for what was asked for last to be on the screen. */
  private void await() throws Exception {
    controller.get().tagging.get(60, TimeUnit.SECONDS);
    shadowOf(Looper.getMainLooper()).idle();
  }

  private <T extends View> T find(Class<T> kind, int which) {
    List<T> found = new ArrayList<>();
    collect(controller.get().getWindow().getDecorView(), kind, found);
    return found.get(which < 0 ? found.size() + which : which);
  }

  private static <T extends View> void collect(View view, Class<T> kind, List<T> found) {
    if (kind.isInstance(view)) {
      found.add(kind.cast(view));
    }
    if (view instanceof ViewGroup group) {
      for (int i = 0; i < group.getChildCount(); i++) {
        collect(group.getChildAt(i), kind, found);
      }
    }
  }

  private List<String> marked() {
    Editable text = find(EditText.class, 0).getText();
    List<Highlight> marks =
        new ArrayList<>(List.of(text.getSpans(0, text.length(), Highlight.class)));
    marks.sort(Comparator.comparingInt(text::getSpanStart));
    return marks.stream()
        .map(m -> m.type + " " + text.subSequence(text.getSpanStart(m), text.getSpanEnd(m)))
        .toList();
  }

  private Bitmap draw(String name) throws Exception {
    View screen = controller.get().getWindow().getDecorView();
    Bitmap bitmap =
        Bitmap.createBitmap(screen.getWidth(), screen.getHeight(), Bitmap.Config.ARGB_8888);
    screen.draw(new Canvas(bitmap));
    Path file =
        Path.of("target", "screens", name + "-" + RuntimeEnvironment.getApiLevel() + ".png");
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      bitmap.compress(Bitmap.CompressFormat.PNG, 100, out);
    }
    return bitmap;
  }

  private static int count(Bitmap bitmap, int color) {
    int[] pixels = new int[bitmap.getWidth() * bitmap.getHeight()];
    bitmap.getPixels(pixels, 0, bitmap.getWidth(), 0, 0, bitmap.getWidth(), bitmap.getHeight());
    int count = 0;
    for (int pixel : pixels) {
      count += pixel == color ? 1 : 0;
    }
    return count;
  }

  @Test
  public void marksTheSampleInItsColours() throws Exception {
    installModel();
    controller.setup();
    await();
    assertEquals(
        List.of(
            "per Barack Obama",
            "geo Thailand",
            "tim December",
            "tim Monday",
            "org World Bank",
            "geo Nairobi",
            "per Angela Merkel",
            "gpe French",
            "geo Paris"),
        marked());
    assertTrue(find(TextView.class, -1).getText().toString().contains("organisation"));
    Bitmap screen = draw("sample");
    for (String type : List.of("per", "geo", "gpe", "org", "tim")) {
      int pixels = count(screen, EntityStyle.color(type));
      assertTrue(type + " on " + pixels + " pixels", pixels > 2000);
    }
    assertEquals(0, count(screen, EntityStyle.color("eve")));
  }

  @Test
  public void marksWhatIsTyped() throws Exception {
    installModel();
    controller.setup();
    EditText text = find(EditText.class, 0);
    text.setText("Nothing");
    text.setText("She moved to Berlin");
    text.append(" in May.");
    await();
    assertEquals(List.of("geo Berlin", "tim May"), marked());
    draw("typed");
    text.setText("");
    await();
    assertEquals(List.of(), marked());
    assertEquals("No entities", find(TextView.class, -1).getText().toString());
    controller.pause().stop().destroy();
  }

  @Test
  public void saysWhyThereIsNoModel() throws Exception {
    install("no model".getBytes(), false);
    controller.setup();
    await();
    String shown = find(TextView.class, -1).getText().toString();
    assertTrue(shown, shown.startsWith("The model could not be loaded: model of 8 bytes"));
  }

  @Test
  public void doesNotReadACompressedModel() throws Exception {
    install(new byte[100_000], true);
    controller.setup();
    await();
    String shown = find(TextView.class, -1).getText().toString();
    assertTrue(shown, shown.contains("compressed"));
  }
}
