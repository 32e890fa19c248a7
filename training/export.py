"""Checkpoint to the files that the reader loads: two ONNX networks (int8), the tokenizer, a manifest.

    python export.py --start MODEL_FOLDER --weights FILE --settings FILE --out FOLDER --version V
"""
import argparse
import hashlib
import json
import os
import shutil

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from fuse import fuse
from model import DISTANCES, ROLES, TAGS, Reader
from text import CASES
from windows import WINDOW

OPSET = 17


class Table(nn.Module):
    """An embedding in int8 with a scale a row: a quarter of the size, next to nothing lost."""

    def __init__(self, weight: torch.Tensor):
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("rows", torch.round(weight / scale).to(torch.int8))

    def forward(self, ids):
        return self.rows[ids].float() * self.scale[ids]


def write(module, example, path, names, outputs, axes):
    """One network as ONNX."""
    with torch.no_grad():
        torch.onnx.export(module, example, path, input_names=names, output_names=outputs, dynamic_axes=axes, opset_version=OPSET, dynamo=False)
    model = onnx.load(path)
    model.ir_version = 8
    onnx.save(model, path)


def networks(reader: Reader, folder: str, small: bool) -> None:
    """Writes encoder.float.onnx and second.float.onnx."""
    ids = torch.ones(2, 9, dtype=torch.long)
    outputs = ["tags", "words", "certainty"]
    axes = {**{n: {0: "window", 1: "piece"} for n in ("ids", "cases", "quoted")}, **{n: {0: "window", 1: "word"} for n in ("firsts", *outputs)}}
    if small:
        reader.encoder.words = Table(reader.encoder.words.weight.data)
    write(reader.encoder, (ids, ids, ids, ids[:, :5]), os.path.join(folder, "encoder.float.onnx"), ["ids", "cases", "quoted", "firsts"], outputs, axes)
    axes = {n: {0: "cue", 1: "word"} for n in ("words", "tags", "distances", "roles")} | {"real": {0: "cue"}}
    example = (torch.zeros(2, 5, 256), torch.zeros(2, 5, len(TAGS)), torch.ones(2, 5, dtype=torch.long))
    write(reader.second, example, os.path.join(folder, "second.float.onnx"), ["words", "tags", "distances"], ["roles", "real"], axes)


def quantise(folder: str) -> None:
    """Weights of all matrix products to int8, a scale a channel; activations are quantised as they come.

    Seven bits (`reduce_range`): without VNNI a processor adds two products of eight bits in sixteen and cuts off what does not fit, so that the
    same bytes would be read otherwise on another machine, and worse.
    """
    for name in ("encoder", "second"):
        source, target = os.path.join(folder, f"{name}.float.onnx"), os.path.join(folder, f"{name}.onnx")
        quantize_dynamic(source, target, op_types_to_quantize=["MatMul"], per_channel=True, weight_type=QuantType.QInt8, reduce_range=True)
        fuse(target, target)


def hash_of(path: str) -> str:
    """SHA-256 of a file."""
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--start", required=True)
    parser.add_argument("--weights", required=True)
    parser.add_argument("--settings")
    parser.add_argument("--out", required=True)
    parser.add_argument("--version", required=True)
    parser.add_argument("--keep-float", action="store_true")
    args = parser.parse_args()
    os.makedirs(args.out, exist_ok=True)
    reader = Reader(dropout=0.0)
    reader.load_state_dict(torch.load(args.weights, weights_only=False)["average"])
    reader.eval()
    networks(reader, args.out, small=True)
    quantise(args.out)
    if not args.keep_float:
        for name in ("encoder", "second"):
            os.remove(os.path.join(args.out, f"{name}.float.onnx"))
    shutil.copy(os.path.join(args.start, "tokenizer.json"), os.path.join(args.out, "tokenizer.json"))
    chain = reader.chain
    settings = json.load(open(args.settings)) if args.settings else {}
    names = ("encoder.onnx", "second.onnx", "tokenizer.json")
    manifest = {
        "name": "reader",
        "version": args.version,
        "files": {n: {"sha256": hash_of(os.path.join(args.out, n)), "bytes": os.path.getsize(os.path.join(args.out, n))} for n in names},
        "window": WINDOW,
        "tags": TAGS,
        "roles": ROLES,
        "cases": CASES,
        "distances": DISTANCES,
        "chain": {"move": (chain.move + chain.rule).tolist(), "begin": (chain.begin + chain.rule_begin).tolist(), "finish": chain.finish.tolist()},
        "settings": settings,
    }
    with open(os.path.join(args.out, "manifest.json"), "w", encoding="utf-8") as file:
        json.dump(manifest, file, indent=2)
        file.write("\n")


if __name__ == "__main__":
    main()
