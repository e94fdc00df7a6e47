package org.distaff.datasets.modifier;

import java.util.function.Supplier;

/** Makes a value when it is first asked for. Thread-safe. */
final class Once<T> implements Supplier<T> {

    private final Supplier<T> maker;
    private volatile T value;

    Once(Supplier<T> maker) {
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
