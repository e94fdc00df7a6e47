"""Writes the files of this folder; see README.md."""
import gzip, os, struct
import h5py, numpy as np, scipy.io, scipy.sparse
from PIL import Image

os.chdir(os.path.dirname(os.path.abspath(__file__)))


def ramp(*shape, dtype="u1", step=7):
    """Value i * step modulo 251, the last axis fastest."""
    return (np.arange(np.prod(shape)) * step % 251).astype(dtype).reshape(shape)


def content(f):
    f.create_dataset("gzip", data=ramp(10, 9, 4), chunks=(3, 4, 3), compression="gzip", shuffle=True, fletcher32=True)
    f.create_dataset("lzf", data=ramp(50, 40, dtype="<i4"), chunks=(16, 40), compression="lzf", shuffle=True)
    f.create_dataset("plain", data=ramp(5, 6, dtype="<f8") / 8)
    f.create_dataset("big", data=ramp(5, 6, dtype=">f4") / 8)
    f.create_dataset("wide", data=np.array([0, 1, 2**63, 2**64 - 1], "u8"))
    f.create_dataset("small", data=np.array([-3, 0, 127, -128], "i1"))
    f.create_dataset("half", data=np.array([0.5, -2, 65504], "f2"))
    f.create_dataset("flags", data=np.array([True, False, True]))
    f.create_dataset("scalar", data=np.float64(2.5))
    f.create_dataset("never", (4, 3), "<i2", fillvalue=-7)
    f.create_dataset("empty", (0, 3), "<f4")
    holes = f.create_dataset("holes", (8, 4), "<u2", chunks=(2, 2), fillvalue=9)
    holes[4:6, 0:2] = 5
    f.create_dataset("fixed", data=np.array([b"one", b"three"]))
    f.create_dataset("texts", data=np.array(["ä", "", "longer text", "z"], dtype=object), dtype=h5py.string_dtype())
    group = f.create_group("outer").create_group("inner")
    group.attrs["name"] = "größe"
    group.attrs["shape"] = np.array([3, 4], "i8")
    group.create_dataset("deep", data=np.arange(3, dtype="<i8"))


with h5py.File("hdf5/earliest.h5", "w") as f:
    content(f)
    many = f.create_group("many")
    for i in range(40):
        many.create_dataset(f"d{i:02}", data=np.int32(i))
    f.create_dataset("chunks", data=ramp(600, 8), chunks=(1, 4), compression="gzip")  # a B-tree of two levels
with h5py.File("hdf5/userblock.h5", "w", userblock_size=1024) as f:
    f.create_dataset("plain", data=ramp(5, 6, dtype="<f8") / 8)
    f.create_dataset("gzip", data=ramp(10, 9, 4), chunks=(3, 4, 3), compression="gzip")
with h5py.File("hdf5/latest.h5", "w", libver="latest") as f:
    f.create_dataset("plain", data=ramp(5, 6, dtype="<f8") / 8)
    f.create_dataset("single", data=ramp(10, 9, 4), chunks=(10, 9, 4), compression="gzip", shuffle=True)
    f.create_dataset("texts", data=np.array(["ä", "", "longer text", "z"], dtype=object), dtype=h5py.string_dtype())
    f.create_group("outer").attrs["name"] = "größe"
with h5py.File("hdf5/channels.h5", "w") as f:  # a channel to itself, as h5py's own choice has it for large sets of images
    f.create_dataset("images", data=ramp(40, 6, 5, 3), chunks=(16, 4, 4, 1), compression="gzip")
with h5py.File("hdf5/refused.h5", "w") as f:
    f.create_dataset("compound", data=np.zeros(3, [("a", "i4"), ("b", "f8")]))
    f.create_dataset("scaled", data=ramp(10, 9, 4).astype("i4"), chunks=(3, 4, 3), scaleoffset=4)
with h5py.File("hdf5/refused-latest.h5", "w", libver="latest") as f:
    f.create_dataset("fixedArray", data=ramp(10, 9, 4), chunks=(3, 4, 3))

# AnnData's layout, version 0.8 (https://anndata.readthedocs.io, "On-disk format")
def anndata(name, x, kind):
    with h5py.File(name, "w") as f:
        f.attrs["encoding-type"] = "anndata"
        f.attrs["encoding-version"] = "0.1.0"
        if kind == "dense":
            f.create_dataset("X", data=x, compression="gzip")
            f["X"].attrs["encoding-type"] = "array"
        else:
            m = (scipy.sparse.csr_matrix if kind == "csr" else scipy.sparse.csc_matrix)(x)
            g = f.create_group("X")
            g.attrs["encoding-type"] = kind + "_matrix"
            g.attrs["encoding-version"] = "0.1.0"
            g.attrs["shape"] = np.array(x.shape)
            g.create_dataset("data", data=m.data, compression="gzip")
            g.create_dataset("indices", data=m.indices)
            g.create_dataset("indptr", data=m.indptr)
        obs = f.create_group("obs")
        obs.attrs["encoding-type"] = "dataframe"
        obs.attrs["_index"] = "_index"
        obs.create_dataset("_index", data=np.array([f"c{i}" for i in range(len(x))], dtype=object),
                           dtype=h5py.string_dtype())
        obs.create_dataset("depth", data=x.sum(1).astype("f4"))
        for column, codes, names in (("batch", np.arange(len(x)) % 2, ["a", "b"]),
                                     ("cell_type", np.arange(len(x)) % 4 - 1, ["B", "NK", "T"])):
            g = obs.create_group(column)
            g.attrs["encoding-type"] = "categorical"
            g.attrs["ordered"] = False
            g.create_dataset("codes", data=codes.astype("i1"))
            g.create_dataset("categories", data=np.array(names, dtype=object), dtype=h5py.string_dtype())


counts = (np.arange(12 * 5).reshape(12, 5) % 7 * (np.arange(60).reshape(12, 5) % 3 == 0)).astype("f4")
anndata("table/dense.h5ad", counts, "dense")
anndata("table/csr.h5ad", counts, "csr")
anndata("table/csc.h5ad", counts, "csc")
scipy.io.mmwrite("table/counts.mtx", scipy.sparse.coo_matrix(counts.T.astype("i8")), comment="genes x cells")
with open("table/counts.mtx", "rb") as f, gzip.GzipFile("table/counts.mtx.gz", "wb", mtime=0) as g:
    g.write(f.read())
scipy.io.mmwrite("table/real.mtx", scipy.sparse.coo_matrix(counts))

for name, compressed in (("plain", False), ("compressed", True)):
    scipy.io.savemat(f"matlab/{name}.mat", {"im": ramp(4, 5, 3, 2), "x": np.array([[1.5, -2, 300]]), "text": "skipped",
                                            "cells": np.array([[1, "a"]], dtype=object)}, do_compression=compressed)
scipy.io.savemat("matlab/version4.mat", {"x": np.eye(2)}, format="4")

images = ramp(6, 8, 8, 3)
np.savez("numpy/stored.npz", images=images, factors=np.arange(12).reshape(6, 2) % 3)
np.savez_compressed("numpy/deflated.npz", images=images, factors=np.arange(12).reshape(6, 2) % 3)
np.savez("numpy/floats.npz", images=np.moveaxis(images, 3, 1).astype("<f4") / 255, f8=images[..., 0] / 255)
np.save("numpy/binary.npy", ramp(5, 8, 8) > 100)
np.savez("numpy/fortran.npz", images=np.asfortranarray(images))
np.savez("numpy/packed.npz", packed=np.packbits((ramp(5, 3, 3) > 100).reshape(5, -1), axis=1))

def norb(name, code, array):
    """http://www.cs.nyu.edu/~ylclab/data/norb-v1.0-small/: magic, axes, at least three lengths, values."""
    lengths = list(array.shape) + [1] * (3 - array.ndim)
    with open(name, "wb") as f:
        f.write(struct.pack(f"<ii{len(lengths)}i", code, array.ndim, *lengths) + array.tobytes())


norb("norb/dat.mat", 0x1E3D4C55, ramp(3, 2, 8, 8))
norb("norb/cat.mat", 0x1E3D4C54, np.array([4, 0, 2], "<i4"))
norb("norb/info.mat", 0x1E3D4C54, np.array([[9, 8, 34, 5], [0, 0, 0, 0], [3, 1, 20, 2]], "<i4"))
norb("norb/float.mat", 0x1E3D4C51, np.array([0.5, -2, 3], "<f4"))

# a picture with edges and slopes
y, x = np.mgrid[0:128, 0:128]
picture = np.stack([x * 2 % 256, (x * y) % 256, np.where((x // 8 + y // 8) % 2, 255, 0)], 2).astype("u1")
np.savez_compressed("image/lanczos.npz",
                    half=np.array(Image.fromarray(picture).resize((64, 64), Image.Resampling.LANCZOS)),
                    twothirds=np.array(Image.fromarray(picture[:96, :96, 1]).resize((64, 64), Image.Resampling.LANCZOS)))
np.savez_compressed("image/bicubic.npz",
                    odd=np.array(Image.fromarray(picture).resize((35, 27), Image.Resampling.BICUBIC)))
small = picture[:16, :20]
Image.fromarray(small).save("image/colour.png")
Image.fromarray(small[..., 1]).save("image/grey.png")
Image.fromarray(np.dstack([small, small[..., :1]])).save("image/alpha.png")
Image.fromarray(small).convert("P", palette=Image.Palette.ADAPTIVE, colors=16).save("image/palette.png")
Image.fromarray(picture[:32, :32]).save("image/photo.jpg", quality=95, subsampling=0)
np.savez_compressed("image/decoded.npz", photo=np.array(Image.open("image/photo.jpg")),
                    palette=np.array(Image.open("image/palette.png").convert("RGB")))
