package org.distaff.datasets.work;

import java.util.function.Supplier;

/** Makes a value when it is first asked for. Thread-safe. */
public final class Once<T> implements Supplier<T> {

    private final Supplier<T> maker;
    private volatile T value;

    public Once(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        if (value == null) {
            synchronized (this) {
                if (value == null) {
                    value = maker.get();
                }
            }
        }
        return value;
    }
}
