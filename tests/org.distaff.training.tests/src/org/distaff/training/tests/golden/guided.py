"""First 20 losses of both Guided-VAEs, for the weights, observations and noise of trajectories.npz.

An implementation in PyTorch, written from the paper and its release's description and independent of Distaff's engine;
run in float64 with PyTorch 1.13 (Debian 12), NumPy 1.24, after trajectories.py. Writes guided.npz (what the guidance
adds: weights, labels, noise, in float32; a light decoder's image) and guided.json (losses, before the step's update).

Unsupervised: light decoder weight 0.5, inner products by absolute value, weight 1; Adam lr 1e-3, weight decay 1e-5.
Supervised: weight 200, one Adam (lr 1e-3, weight decay 1e-5) for excitation and inhibition whose gradients are zeros
where a loss does not reach, another one (lr 1e-3, weight decay 1e-4) for the adversary. All sums over batches of 16.
"""
import json

import numpy as np
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
rng = np.random.default_rng(20200615)
base = np.load("trajectories.npz")
B, X, D, STEPS, SIDE = 16, 64, 5, 20, 8


def normal(scale, *shape):
    return (scale * rng.normal(size=shape)).astype(np.float32)


arrays = {"content.0": normal(.3, X, D - 2), "content.1": normal(.3, X), "rotation.0": normal(.3, 1, 1),
          "rotation.1": normal(.1, 1), "scale.0": normal(.1, 2, 1), "scale.1": 1 + normal(.1, 2)}
for name, width in (("exciter", 1), ("adversary", D - 1)):
    # dense weight and bias, running mean and variance, scale and shift of the normalisation, twice; then the logit's
    arrays.update({f"{name}.0": normal(.5, 32, width), f"{name}.1": normal(.1, 32),
                   f"{name}.2": np.zeros(32, np.float32), f"{name}.3": np.ones(32, np.float32),
                   f"{name}.4": np.ones(32, np.float32), f"{name}.5": np.zeros(32, np.float32),
                   f"{name}.6": normal(.2, 32, 32), f"{name}.7": normal(.1, 32),
                   f"{name}.8": np.zeros(32, np.float32), f"{name}.9": np.ones(32, np.float32),
                   f"{name}.10": np.ones(32, np.float32), f"{name}.11": np.zeros(32, np.float32),
                   f"{name}.12": normal(.2, 1, 32), f"{name}.13": normal(.1, 1)})
arrays["labels"] = rng.integers(0, 2, (STEPS, B, 1)).astype(np.float32)
arrays["inhibition-noise"] = normal(1, STEPS, B, D)
VAE = [k for k in base.files if k.split(".")[0] in ("encoder", "mean", "logvar", "decoder")]


def fresh(*prefixes):
    w = {k: torch.tensor(base[k].astype(np.float64), requires_grad=True) for k in VAE}
    for k in arrays:
        if k.split(".")[0] in prefixes:
            trained = k.split(".")[1] not in ("2", "3", "8", "9") or prefixes[0] == "content"
            w[k] = torch.tensor(arrays[k].astype(np.float64), requires_grad=trained)
    return w


def given(source, name, t):
    return torch.tensor(source[name][t].astype(np.float64))


def linear(w, name, x):
    return F.linear(x, w[name + ".weight"], w[name + ".bias"])


def codes(w, x, eps):
    h = torch.relu(linear(w, "encoder.0", x))
    mu, lv = linear(w, "mean.0", h), linear(w, "logvar.0", h)
    return mu, lv, mu + torch.exp(lv / 2) * eps


def elbo(w, x, mu, lv, z):
    """Summed over the batch."""
    image = torch.sigmoid(linear(w, "decoder.1", torch.relu(linear(w, "decoder.0", z))))
    return F.binary_cross_entropy(image, x, reduction="sum") - 0.5 * torch.sum(1 + lv - mu.pow(2) - lv.exp())


def deform(image, theta):
    return F.grid_sample(image, F.affine_grid(theta, image.size(), align_corners=False), align_corners=False)


def light(w, z):
    image = torch.sigmoid(F.linear(z[:, 2:], w["content.0"], w["content.1"])).view(-1, 1, SIDE, SIDE)
    angle = F.linear(z[:, 1:2], w["rotation.0"], w["rotation.1"])[:, 0]
    theta = torch.zeros(len(z), 2, 3)
    theta[:, 0, 0] = theta[:, 1, 1] = torch.cos(angle)
    theta[:, 0, 1], theta[:, 1, 0] = torch.sin(angle), -torch.sin(angle)
    image = deform(image, theta)
    factors = F.linear(z[:, 0:1], w["scale.0"], w["scale.1"])
    theta = torch.zeros(len(z), 2, 3)
    theta[:, 0, 0], theta[:, 1, 1] = factors[:, 0], factors[:, 1]
    return deform(image, theta)


def overlap(w):
    gram = w["content.0"].T @ w["content.0"]
    return torch.sum(torch.abs(gram * (1 - torch.eye(len(gram)))))


def unsupervised():
    w = fresh("content", "rotation", "scale")
    adam = torch.optim.Adam(w.values(), lr=1e-3, weight_decay=1e-5)
    out = []
    for t in range(STEPS):
        x = given(base, "observations", t)
        mu, lv, z = codes(w, x, given(base, "noise", t))
        guide = F.binary_cross_entropy(light(w, z), x.view(-1, 1, SIDE, SIDE), reduction="sum")
        loss = elbo(w, x, mu, lv, z) + 0.5 * guide + overlap(w)
        adam.zero_grad()
        loss.backward()
        adam.step()
        out.append((loss.item(), guide.item() / B))
    return {"loss": [o[0] for o in out], "guide": [o[1] for o in out]}


def classify(w, name, z):
    p = lambda i: w[f"{name}.{i}"]
    h = F.batch_norm(F.linear(z, p(0), p(1)), p(2), p(3), p(4), p(5), training=True)
    h = F.batch_norm(F.linear(F.leaky_relu(h, .2), p(6), p(7)), p(8), p(9), p(10), p(11), training=True)
    return torch.sigmoid(F.linear(F.leaky_relu(h, .2), p(12), p(13)))


def supervised():
    w = fresh("exciter", "adversary")
    moved = [k for k in w if w[k].requires_grad]
    model = torch.optim.Adam([w[k] for k in moved if not k.startswith("adversary")], lr=1e-3, weight_decay=1e-5)
    other = torch.optim.Adam([w[k] for k in moved if k.startswith("adversary")], lr=1e-3, weight_decay=1e-4)
    out = {"loss": [], "adversary-loss": [], "inhibition-loss": []}

    def bce(guess, truth):
        return 200 * F.binary_cross_entropy(guess, truth, reduction="sum")

    def step(adam, loss, name):
        for each in (model, other):
            each.zero_grad(set_to_none=False)
        loss.backward()
        adam.step()
        out[name].append(loss.item())

    for t in range(STEPS):
        x, y = given(base, "observations", t), given(arrays, "labels", t)
        mu, lv, z = codes(w, x, given(base, "noise", t))
        step(model, elbo(w, x, mu, lv, z) + bce(classify(w, "exciter", z[:, :1]), y), "loss")
        step(other, bce(classify(w, "adversary", z[:, 1:].detach()), y), "adversary-loss")
        z = codes(w, x, given(arrays, "inhibition-noise", t))[2]
        step(model, bce(classify(w, "adversary", z[:, 1:]), torch.full_like(y, 0.5)), "inhibition-loss")
    return out


start = fresh("content", "rotation", "scale")
first = given(base, "noise", 0)
arrays["light"] = light(start, first).detach().numpy()
results = {"guided-vae": unsupervised(), "guided-vae-supervised": supervised(),
           "overlap": {"start": [overlap(start).item()]}}
np.savez("guided.npz", **arrays)
with open("guided.json", "w") as f:
    json.dump({"versions": {"torch": torch.__version__, "numpy": np.__version__}, "results": results}, f, indent=1)
for m, r in results.items():
    print(m, {k: (round(v[0], 4), round(v[-1], 4)) for k, v in r.items()})
