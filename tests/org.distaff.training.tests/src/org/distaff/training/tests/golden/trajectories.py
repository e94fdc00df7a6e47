"""First 20 losses of the classic objectives, for equal weights, observations and noise.

An implementation in PyTorch, written from the papers and independent of Distaff's engine; run in float64 with
PyTorch 1.13 (Debian 12), NumPy 1.24. Writes trajectories.npz (weights, observations, noise, permutations in float32)
and trajectories.json (losses per method and step, before the step's update).

Network: 64 inputs -> 32 ReLU -> mean and ln variance of 5 latents; 5 -> 32 ReLU -> 64 logits.
Discriminator: 5 -> 16 -> 16 -> 2, leaky ReLU 0.2. Batch 16. Adam lr 1e-3, betas .9 .999, eps 1e-8; the discriminator's
Adam lr 1e-4, betas .5 .9. Reconstruction: Bernoulli from logits, summed over pixels; KL summed over latents; both
averaged over the batch. The data set has N = 1000 observations where an estimator asks for it.
"""
import json
import math

import numpy as np
import torch

rng = np.random.default_rng(20180706)
B, X, H, D, STEPS, N = 16, 64, 32, 5, 20, 1000
torch.set_default_dtype(torch.float64)


def uniform(out, inp):
    bound = math.sqrt(6 / (inp + out))
    return rng.uniform(-bound, bound, (out, inp)).astype(np.float32)


arrays = {
    "encoder.0.weight": uniform(H, X), "encoder.0.bias": rng.normal(0, .05, H).astype(np.float32),
    "mean.0.weight": uniform(D, H), "mean.0.bias": rng.normal(0, .05, D).astype(np.float32),
    "logvar.0.weight": uniform(D, H), "logvar.0.bias": rng.normal(0, .05, D).astype(np.float32),
    "decoder.0.weight": uniform(H, D), "decoder.0.bias": rng.normal(0, .05, H).astype(np.float32),
    "decoder.1.weight": uniform(X, H), "decoder.1.bias": rng.normal(0, .05, X).astype(np.float32),
    "discriminator.0.weight": uniform(16, D), "discriminator.0.bias": rng.normal(0, .05, 16).astype(np.float32),
    "discriminator.1.weight": uniform(16, 16), "discriminator.1.bias": rng.normal(0, .05, 16).astype(np.float32),
    "discriminator.2.weight": uniform(2, 16), "discriminator.2.bias": rng.normal(0, .05, 2).astype(np.float32),
    "observations": (rng.random((STEPS, B, X)) < rng.random((STEPS, B, 1))).astype(np.float32),
    "noise": rng.normal(size=(STEPS, B, D)).astype(np.float32),
    # a second batch for the paper's FactorVAE, and the row that each latent's permutation takes, [steps, B, D]
    "observations2": (rng.random((STEPS, B, X)) < rng.random((STEPS, B, 1))).astype(np.float32),
    "noise2": rng.normal(size=(STEPS, B, D)).astype(np.float32),
    "permutations": np.stack([np.stack([rng.permutation(B) for _ in range(D)], 1) for _ in range(STEPS)]).astype(
        np.int32),
}
VAE = [k for k in arrays if k.split(".")[0] in ("encoder", "mean", "logvar", "decoder")]
DISCRIMINATOR = [k for k in arrays if k.startswith("discriminator")]


def fresh():
    return {k: torch.tensor(arrays[k].astype(np.float64), requires_grad=True) for k in VAE + DISCRIMINATOR}


def linear(w, name, x):
    return x @ w[name + ".weight"].T + w[name + ".bias"]


def encode(w, x):
    h = torch.relu(linear(w, "encoder.0", x))
    return linear(w, "mean.0", h), linear(w, "logvar.0", h)


def sample(mu, lv, eps):
    return mu + torch.exp(lv / 2) * eps


def reconstruction(w, z, x):
    logits = linear(w, "decoder.1", torch.relu(linear(w, "decoder.0", z)))
    return (torch.nn.functional.softplus(logits) - x * logits).sum() / x.shape[0]


def kl(mu, lv):
    return 0.5 * (mu ** 2 + lv.exp() - lv - 1).sum() / mu.shape[0]


def discriminate(w, z):
    h = torch.nn.functional.leaky_relu(linear(w, "discriminator.0", z), 0.2)
    h = torch.nn.functional.leaky_relu(linear(w, "discriminator.1", h), 0.2)
    return linear(w, "discriminator.2", h)


def pairwise(z, mu, lv):
    """ln q(z_j,l | x_i): [j, i, l]."""
    d = z[:, None, :] - mu[None]
    return -0.5 * (math.log(2 * math.pi) + lv[None] + d ** 2 * torch.exp(-lv)[None])


def total_correlation(z, mu, lv, estimator):
    p = pairwise(z, mu, lv)
    if estimator in ("batch", "mws"):
        joint, marginal = torch.logsumexp(p.sum(2), 1), torch.logsumexp(p, 1).sum(1)
        if estimator == "mws":
            joint, marginal = joint - math.log(N * B), marginal - D * math.log(N * B)
        return (joint - marginal).mean()
    m = B - 1
    weights = torch.full((B, B), 1 / m)
    stride = m + 1 if estimator == "mss-released" else B + 1
    weights.view(-1)[::stride] = 1 / N
    weights.view(-1)[1::stride] = (N - m) / (N * m)
    # every row has one stratified weight; as released the last one lands in the wrong row, too
    weights[m - 1 if estimator == "mss-released" else m, 0] = (N - m) / (N * m)
    logw = weights.log()
    return (torch.logsumexp(logw + p.sum(2), 1) - torch.logsumexp(logw[:, :, None] + p, 1).sum(1)).mean()


def covariance(mu):
    return mu.T @ mu / mu.shape[0] - torch.outer(mu.mean(0), mu.mean(0))


def dip(c, lod, ld):
    diag = torch.diagonal(c)
    off = c - torch.diag(diag)
    return lod * (off ** 2).sum() + ld * ((diag - 1) ** 2).sum()


def loss(method, w, x, eps, step):
    mu, lv = encode(w, x)
    z = sample(mu, lv, eps)
    rec, k = reconstruction(w, z, x), kl(mu, lv)
    if method == "beta-vae":          # beta 4
        return rec + 4 * k
    if method == "annealed-vae":      # gamma 1000, capacity to 5 over 10 steps, counted from 0
        return rec + 1000 * (k - min(5.0, 5.0 * step / 10)).abs()
    if method.startswith("beta-tcvae"):  # beta 6
        return rec + k + 5 * total_correlation(z, mu, lv, method.split("/")[1])
    if method == "dip-vae-i":         # off-diagonal 5, diagonal 50
        return rec + k + dip(covariance(mu), 5, 50)
    if method == "dip-vae-ii":        # off-diagonal 5, diagonal 5
        return rec + k + dip(covariance(mu) + torch.diag(lv.exp().mean(0)), 5, 5)
    raise ValueError(method)


def plain(method):
    w = fresh()
    adam = torch.optim.Adam([w[k] for k in VAE], lr=1e-3)
    out = []
    for t in range(STEPS):
        x, e = (torch.tensor(arrays[k][t].astype(np.float64)) for k in ("observations", "noise"))
        value = loss(method, w, x, e, t)
        adam.zero_grad()
        value.backward()
        adam.step()
        out.append(value.item())
    return {"loss": out}


def permuted(z, t):
    index = torch.tensor(arrays["permutations"][t].astype(np.int64))
    return torch.gather(z, 0, index)


def factor(second):
    """gamma 10. Same batch: both gradients from one forward pass, then both updates. Second batch: the VAE's update,
    then the discriminator's, whose permuted codes come from the second batch and the updated encoder, as in the paper;
    the unpermuted codes are those of the VAE's forward pass. No gradient of the discriminator's loss reaches the VAE."""
    w = fresh()
    av = torch.optim.Adam([w[k] for k in VAE], lr=1e-3)
    ad = torch.optim.Adam([w[k] for k in DISCRIMINATOR], lr=1e-4, betas=(.5, .9))
    losses, discriminators = [], []
    for t in range(STEPS):
        x, e = (torch.tensor(arrays[k][t].astype(np.float64)) for k in ("observations", "noise"))
        mu, lv = encode(w, x)
        z = sample(mu, lv, e)
        logits = discriminate(w, z)
        value = reconstruction(w, z, x) + kl(mu, lv) + 10 * (logits[:, 0] - logits[:, 1]).mean()
        gv = torch.autograd.grad(value, [w[k] for k in VAE], retain_graph=True)
        if second:
            for k, g in zip(VAE, gv):
                w[k].grad = g
            av.step()
            x2, e2 = (torch.tensor(arrays[k][t].astype(np.float64)) for k in ("observations2", "noise2"))
            with torch.no_grad():
                other = permuted(sample(*encode(w, x2), e2), t)
        else:
            other = permuted(z, t).detach()
        real = torch.log_softmax(discriminate(w, z.detach()), 1)[:, 0]
        fake = torch.log_softmax(discriminate(w, other), 1)[:, 1]
        d = -0.5 * real.mean() - 0.5 * fake.mean()
        gd = torch.autograd.grad(d, [w[k] for k in DISCRIMINATOR])
        if not second:
            for k, g in zip(VAE, gv):
                w[k].grad = g
            av.step()
        for k, g in zip(DISCRIMINATOR, gd):
            w[k].grad = g
        ad.step()
        losses.append(value.item())
        discriminators.append(d.item())
    return {"loss": losses, "discriminator": discriminators}


results = {m: plain(m) for m in ("beta-vae", "annealed-vae", "beta-tcvae/batch", "beta-tcvae/mws",
                                 "beta-tcvae/mss-released", "beta-tcvae/mss", "dip-vae-i", "dip-vae-ii")}
results["factor-vae/same-batch"] = factor(False)
results["factor-vae/second-batch"] = factor(True)
np.savez("trajectories.npz", **arrays)
with open("trajectories.json", "w") as f:
    json.dump({"versions": {"torch": torch.__version__, "numpy": np.__version__}, "results": results}, f, indent=1)
for m, r in results.items():
    print(m, [round(v, 4) for v in r["loss"][:3]], round(r["loss"][-1], 4))
