package org.namespan.examples.android;

import android.content.res.AssetFileDescriptor;
import android.content.res.AssetManager;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.namespan.EntityTagger;

/** Loads a model from the app's assets. */
final class AssetModel {

  private AssetModel() {}

  /**
   * Maps the asset into memory, where it lies in the APK, and loads it from there: nothing of it is
   * copied to the Java heap.
   *
   * @throws FileNotFoundException if there is no such asset, or it is compressed
   * @throws IOException if it is not a model
   */
  static EntityTagger load(AssetManager assets, String name) throws IOException {
    try (AssetFileDescriptor asset = assets.openFd(name);
        FileInputStream apk = asset.createInputStream()) {
      ByteBuffer model =
          apk.getChannel()
              .map(FileChannel.MapMode.READ_ONLY, asset.getStartOffset(), asset.getLength());
      return EntityTagger.load(model);
    }
  }
}
