package org.namespan.trainer.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Map;
import java.util.SortedMap;

/** Gives a finished ONNX file other {@code metadata_props}; its graph stays as it is. */
public final class OnnxMetadataProps {

  private OnnxMetadataProps() {}

  /**
   * The bytes of a model file with other entries in place of those whose keys begin with {@code
   * prefix}.
   *
   * @throws InvalidProtocolBufferException if {@code model} is not such a file
   */
  public static byte[] replace(byte[] model, String prefix, SortedMap<String, String> entries)
      throws InvalidProtocolBufferException {
    ModelProto read = ModelProto.parseFrom(model);
    ModelProto.Builder changed = read.toBuilder().clearMetadataProps();
    for (StringStringEntryProto entry : read.getMetadataPropsList()) {
      if (!entry.getKey().startsWith(prefix)) {
        changed.addMetadataProps(entry);
      }
    }
    for (Map.Entry<String, String> entry : entries.entrySet()) {
      changed.addMetadataProps(
          StringStringEntryProto.newBuilder().setKey(entry.getKey()).setValue(entry.getValue()));
    }
    return changed.build().toByteArray();
  }
}
