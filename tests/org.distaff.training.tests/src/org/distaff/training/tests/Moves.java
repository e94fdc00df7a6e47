package org.distaff.training.tests;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.distaff.training.objective.Player;
import org.distaff.training.optimiser.Adam;

/** A player moved by Adam as its paper has it (Kingma and Ba, ICLR 2015, algorithm 1), written out. */
final class Moves {

    final Player player;
    private final List<Tensor> parameters;
    private final List<Tensor> means = new ArrayList<>();
    private final List<Tensor> squares = new ArrayList<>();
    private int number;

    Moves(Player player) {
        this.player = player;
        this.parameters = player.networks().stream().flatMap(n -> n.parameters().stream()).toList();
        for (Tensor parameter : parameters) {
            means.add(torch.zeros_like(parameter));
            squares.add(torch.zeros_like(parameter));
        }
    }

    /** Zeros where the loss does not reach. */
    TensorVector gradient(Tensor loss) {
        TensorVector found = torch.grad(new TensorVector(loss), new TensorVector(parameters.toArray(Tensor[]::new)),
                new TensorVector(), new BoolOptional(true), false, true);
        for (int i = 0; i < parameters.size(); i++) {
            if (!found.get(i).defined()) {
                found.put(i, torch.zeros_like(parameters.get(i)));
            }
        }
        return found;
    }

    void step(TensorVector gradients) {
        number++;
        Adam adam = (Adam) player.optimiser();
        try (PointerScope scope = new PointerScope(); NoGradGuard guard = new NoGradGuard()) {
            for (int i = 0; i < parameters.size(); i++) {
                Tensor gradient = gradients.get(i).add(parameters.get(i), new Scalar(adam.weightDecay()));
                means.get(i).mul_(new Scalar(adam.beta1())).add_(gradient, new Scalar(1 - adam.beta1()));
                squares.get(i).mul_(new Scalar(adam.beta2())).add_(gradient.square(), new Scalar(1 - adam.beta2()));
                Tensor mean = means.get(i).div(new Scalar(1 - Math.pow(adam.beta1(), number)));
                Tensor root = squares.get(i).div(new Scalar(1 - Math.pow(adam.beta2(), number))).sqrt()
                        .add(new Scalar(adam.epsilon()));
                parameters.get(i).add_(mean.div(root), new Scalar(-adam.learningRate()));
            }
        }
    }
}
