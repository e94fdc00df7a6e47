package org.distaff.training.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Something besides tensors that a checkpoint keeps. */
interface Saved {

    void save(DataOutputStream out) throws IOException;

    void load(DataInputStream in) throws IOException;
}
