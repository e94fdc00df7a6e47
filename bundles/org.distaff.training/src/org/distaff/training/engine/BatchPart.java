package org.distaff.training.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.distaff.core.data.ObservationShape;

/** Direct memory of one part of a batch, for all models side by side, and its shape. */
record BatchPart(ByteBuffer memory, long[] shape, torch.ScalarType type) {

    static BatchPart floats(int models, long... shape) {
        return part(models, Float.BYTES, torch.ScalarType.Float, shape);
    }

    static BatchPart longs(int models, long... shape) {
        return part(models, Long.BYTES, torch.ScalarType.Long, shape);
    }

    static BatchPart images(int models, int count, ObservationShape shape) {
        return floats(models, count, shape.channels(), shape.height(), shape.width());
    }

    private static BatchPart part(int models, int bytes, torch.ScalarType type, long... shape) {
        long count = models;
        for (long side : shape) {
            count *= side;
        }
        long[] full = shape;
        if (models > 1) {
            full = new long[shape.length + 1];
            full[0] = models;
            System.arraycopy(shape, 0, full, 1, shape.length);
        }
        return new BatchPart(ByteBuffer.allocateDirect(Math.toIntExact(count * bytes)).order(ByteOrder.nativeOrder()),
                full, type);
    }

    /** The memory of one of so many models. */
    ByteBuffer of(int model, int models) {
        int share = memory.capacity() / models;
        return memory.slice(model * share, share).order(ByteOrder.nativeOrder());
    }

    /** A tensor on this memory, or on a copy where the device has memory of its own. */
    Tensor tensor(Device device) {
        Tensor shared = torch.from_blob(new BytePointer(memory), shape, new TensorOptions(type));
        return device.is_cpu() ? shared : shared.to(device, type);
    }
}
