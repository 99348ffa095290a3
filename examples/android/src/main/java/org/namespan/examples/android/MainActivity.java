package org.namespan.examples.android;

import android.app.Activity;
import android.graphics.Typeface;
import android.os.Bundle;
import android.os.Handler;
import android.os.Looper;
import android.text.Editable;
import android.text.InputType;
import android.text.SpannableStringBuilder;
import android.text.Spanned;
import android.text.TextWatcher;
import android.view.Gravity;
import android.view.ViewGroup.LayoutParams;
import android.widget.EditText;
import android.widget.LinearLayout;
import android.widget.ScrollView;
import android.widget.TextView;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.namespan.Entity;

/** A text whose entities are marked as one types, and what the colours mean. */
public final class MainActivity extends Activity implements BackgroundTagger.Listener {

  private static final String MODEL = "namespan-en.onnx";
  private static final String SAMPLE =
      "Barack Obama flew to Thailand in December. On Monday the World Bank opened an office in"
          + " Nairobi, and Angela Merkel met French officials in Paris.";

  private BackgroundTagger tagger;
  private EditText text;
  private TextView legend;

  /** What was asked for last; null until something was. */
  @Nullable Future<?> tagging;

  @Override
  protected void onCreate(@Nullable Bundle state) {
    super.onCreate(state);
    text = new EditText(this);
    legend = new TextView(this);
    setContentView(layout());
    Handler main = new Handler(Looper.getMainLooper());
    tagger =
        new BackgroundTagger(
            Executors.newSingleThreadExecutor(),
            () -> AssetModel.load(getAssets(), MODEL),
            main::post,
            this);
    text.addTextChangedListener(new Asking());
    text.setText(SAMPLE);
  }

  @Override
  protected void onDestroy() {
    tagger.close();
    super.onDestroy();
  }

  private ScrollView layout() {
    TextView title = new TextView(this);
    title.setText("NameSpan");
    title.setTextSize(28);
    title.setTypeface(Typeface.DEFAULT_BOLD);
    TextView subtitle = new TextView(this);
    subtitle.setText("Names, places and times are marked as you type. Nothing leaves this device.");
    subtitle.setTextSize(14);
    text.setTextSize(20);
    text.setGravity(Gravity.TOP | Gravity.START);
    text.setMinLines(6);
    text.setInputType(
        InputType.TYPE_CLASS_TEXT
            | InputType.TYPE_TEXT_FLAG_MULTI_LINE
            | InputType.TYPE_TEXT_FLAG_NO_SUGGESTIONS);
    text.setContentDescription("Text to mark");
    legend.setTextSize(16);

    int margin = Math.round(24 * getResources().getDisplayMetrics().density);
    LinearLayout column = new LinearLayout(this);
    column.setOrientation(LinearLayout.VERTICAL);
    column.setPadding(margin, margin, margin, margin);
    column.addView(title);
    column.addView(subtitle);
    LinearLayout.LayoutParams wide =
        new LinearLayout.LayoutParams(LayoutParams.MATCH_PARENT, LayoutParams.WRAP_CONTENT);
    wide.setMargins(0, margin, 0, margin);
    column.addView(text, wide);
    column.addView(legend);
    ScrollView scroll = new ScrollView(this);
    scroll.addView(column);
    return scroll;
  }

  @Override
  public void onTagged(String tagged, List<Entity> entities) {
    Editable shown = text.getText();
    // Typed on meanwhile: what is there now has been asked for.
    if (shown.toString().equals(tagged)) {
      EntityStyle.highlight(shown, entities);
      legend.setText(legendOf(entities));
    }
  }

  @Override
  public void onFailed(IOException e) {
    legend.setText("The model could not be loaded: " + e.getMessage());
  }

  private static CharSequence legendOf(List<Entity> entities) {
    Set<String> types = new TreeSet<>();
    for (Entity entity : entities) {
      types.add(entity.type());
    }
    SpannableStringBuilder legend = new SpannableStringBuilder();
    for (String type : types) {
      legend.append(legend.length() == 0 ? "" : "\n");
      int start = legend.length();
      legend.append(' ').append(EntityStyle.name(type)).append(' ');
      legend.setSpan(
          new EntityStyle.Highlight(type),
          start,
          legend.length(),
          Spanned.SPAN_EXCLUSIVE_EXCLUSIVE);
    }
    return types.isEmpty() ? "No entities" : legend;
  }

  private final class Asking implements TextWatcher {

    @Override
    public void beforeTextChanged(CharSequence before, int start, int count, int after) {}

    @Override
    public void onTextChanged(CharSequence changed, int start, int before, int count) {}

    @Override
    public void afterTextChanged(Editable changed) {
      tagging = tagger.tag(changed.toString());
    }
  }
}
