"""Training steps in PyTorch, eager, on one thread: what Distaff's are measured against.

Says one line about itself, then reads one workload a line and answers with its processor seconds:
"dense STEPS IN HIDDEN ... OUT" learns standard normal targets by least squares, "conv STEPS CHANNELS" is a variational
autoencoder of 64x64 pictures. A quarter of the steps is run before, unmeasured.
"""
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

BATCH = 64
FUSED = int(torch.__version__.split(".")[0]) >= 2


def adam(module):
    return torch.optim.Adam(module.parameters(), lr=1e-4, **({"fused": True} if FUSED else {"foreach": True}))


def dense(widths):
    layers = []
    for i, (a, b) in enumerate(zip(widths, widths[1:])):
        layers += [nn.Linear(a, b)] + ([nn.ReLU()] if i < len(widths) - 2 else [])
    model = nn.Sequential(*layers)
    data = torch.rand(1024, widths[0])

    def loss():
        x = data[torch.randint(len(data), (BATCH,))]
        return (model(x) - torch.randn(BATCH, widths[-1])).square().mean()
    return model, loss


class Vae(nn.Module):
    def __init__(self, channels, latents=10):
        super().__init__()
        self.trunk = nn.Sequential(
            nn.Conv2d(channels, 32, 4, 2, 1), nn.ReLU(), nn.Conv2d(32, 32, 4, 2, 1), nn.ReLU(),
            nn.Conv2d(32, 64, 2, 2), nn.ReLU(), nn.Conv2d(64, 64, 2, 2), nn.ReLU(),
            nn.Flatten(), nn.Linear(1024, 256), nn.ReLU())
        self.mean = nn.Linear(256, latents)
        self.logvar = nn.Linear(256, latents)
        self.decoder = nn.Sequential(
            nn.Linear(latents, 256), nn.ReLU(), nn.Linear(256, 1024), nn.ReLU(), nn.Unflatten(1, (64, 4, 4)),
            nn.ConvTranspose2d(64, 64, 4, 2, 1), nn.ReLU(), nn.ConvTranspose2d(64, 32, 4, 2, 1), nn.ReLU(),
            nn.ConvTranspose2d(32, 32, 4, 2, 1), nn.ReLU(), nn.ConvTranspose2d(32, channels, 4, 2, 1))


def conv(channels):
    model = Vae(channels)
    data = torch.rand(1024, channels, 64, 64)

    def loss():
        x = data[torch.randint(len(data), (BATCH,))]
        features = model.trunk(x)
        mean, logvar = model.mean(features), model.logvar(features)
        codes = mean + torch.exp(0.5 * logvar) * torch.randn_like(mean)
        reconstruction = F.binary_cross_entropy_with_logits(model.decoder(codes), x, reduction="sum") / BATCH
        kl = 0.5 * (mean.square() + logvar.exp() - logvar - 1).sum() / BATCH
        return reconstruction + 4 * kl
    return model, loss


def train(model, loss, steps):
    optimiser = adam(model)

    def run(count):
        for _ in range(count):
            optimiser.zero_grad(set_to_none=True)
            loss().backward()
            optimiser.step()
    run(max(1, steps // 4))
    start = time.process_time()
    run(steps)
    return time.process_time() - start


torch.set_num_threads(1)
print("PyTorch " + torch.__version__ + ", eager, " + ("fused" if FUSED else "foreach") + " Adam", flush=True)
for line in sys.stdin:
    kind, steps, *sizes = line.split()
    sizes = [int(s) for s in sizes]
    print(train(*(dense(sizes) if kind == "dense" else conv(sizes[0])), int(steps)), flush=True)
