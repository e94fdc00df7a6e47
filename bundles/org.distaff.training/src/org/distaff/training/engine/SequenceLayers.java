package org.distaff.training.engine;

import java.util.List;

import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.distaff.training.network.Recurrent;

/** Recurrent layers and embeddings, of one model. */
final class SequenceLayers {

    private SequenceLayers() {
    }

    static Tensor recurrent(Recurrent layer, Tensor x, List<Tensor> w) {
        TensorVector weights = new TensorVector(w.toArray(Tensor[]::new));
        Tensor start = torch.zeros(new long[] {1, x.size(0), layer.hidden()}, new TensorOptions(x.scalar_type())
                .device(new DeviceOptional(x.device())));
        Tensor states = switch (layer.cell()) {
            case LSTM -> torch.lstm(x, new TensorVector(start, start), weights, true, 1, 0, true, false, true).get0();
            case GRU -> torch.gru(x, start, weights, true, 1, 0, true, false, true).get0();
        };
        return layer.sequence() ? states : states.select(1, -1);
    }

    static Tensor embedding(Tensor indices, List<Tensor> w) {
        return torch.embedding(w.get(0), indices.to(torch.ScalarType.Long));
    }
}
