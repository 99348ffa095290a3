package org.namespan.examples.android;

import android.content.res.AssetManager;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A package with an asset in it, as Gradle leaves it: the asset is stored, or else compressed. */
final class Apk {

  /** The bundled English model. */
  static final Path MODEL =
      Path.of("../../sdk/model-en/src/main/resources/org/namespan/model/en/namespan-en.onnx");

  private Apk() {}

  static Path write(Path file, String asset, byte[] bytes, boolean compressed) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      ZipEntry entry = new ZipEntry("assets/" + asset);
      if (!compressed) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(checksum.getValue());
      }
      zip.putNextEntry(entry);
      zip.write(bytes);
    }
    return file;
  }

  /** Lets an app read the assets of a package; an app built by Gradle does so of its own. */
  static void install(Path apk, AssetManager assets) throws ReflectiveOperationException {
    int cookie =
        (Integer)
            AssetManager.class
                .getMethod("addAssetPath", String.class)
                .invoke(assets, apk.toString());
    if (cookie == 0) {
      throw new IllegalStateException(apk + " is no package");
    }
  }
}
