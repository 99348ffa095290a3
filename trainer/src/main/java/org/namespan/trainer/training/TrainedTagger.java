package org.namespan.trainer.training;

import java.util.Map;
import org.namespan.internal.model.ModelMetadata;
import org.namespan.trainer.network.NetworkConfig;

/**
 * A finished tagger, ready for export.
 *
 * @param network shape of the network
 * @param weights of the best epoch, by the names of {@link
 *     org.namespan.trainer.network.TaggerNetwork#weights}
 * @param metadata what the model file will say beside its graph
 */
public record TrainedTagger(
    NetworkConfig network, Map<String, float[]> weights, ModelMetadata metadata) {}
