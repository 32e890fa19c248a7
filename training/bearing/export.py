"""The network that is shipped, as two ONNX files in seven bits: one reads each statement alone, one reads two of them together.

    python export.py --weights RUN/final.pt --out ../../models/bearing --version V
"""
import argparse
import hashlib
import importlib.util
import json
import os

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from network import ALONE, FIRST_BEFORE, Bearing, beside
from pairs import LABELS

# The reader's export.py, which this file's own name hides.
_spec = importlib.util.spec_from_file_location("reader_export", os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "export.py"))
reader_export = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(reader_export)
NO_MASK = torch.zeros(1, 1, 1, 1)  # one statement, one pair a call: nothing is padded


class Alone(nn.Module):
    """Piece ids [1, pieces] of a statement and those [1, pieces] of what stands before it to the statement's states [1, pieces, 384]."""

    def __init__(self, network: Bearing):
        super().__init__()
        self.words = reader_export.Table(network.words.weight.data)
        self.register_buffer("places", network.positions.weight.data + network.kind.data)
        self.register_buffer("behind", self.places[FIRST_BEFORE:] + network.context.data)
        self.norm, self.layers = network.norm, network.layers[:ALONE]

    def forward(self, ids, before):
        n = ids.shape[1]
        own, behind = self.words(ids) + self.places[:n], self.words(before) + self.behind[: before.shape[1]]
        x = self.norm(torch.cat([own, behind], 1))
        for layer in self.layers:
            x = layer(x, NO_MASK)
        return x[:, :n]


class Together(nn.Module):
    """The states of two statements to the labels' chances [1, 10]."""

    def __init__(self, network: Bearing):
        super().__init__()
        self.later, self.layers, self.head = network.later, network.layers[ALONE:], network.head

    def forward(self, earlier, later):
        n = earlier.shape[1]
        z = torch.cat([earlier, later + self.later], 1)
        for layer in self.layers:
            z = layer(z, NO_MASK)
        return self.head(beside(z[:, :n].mean(1), z[:, n:].mean(1))).softmax(1)


def write(module, example, folder: str, name: str, inputs, outputs, axes) -> str:
    """One network as ONNX, weights of products in seven bits: what saturates without VNNI would be read otherwise on another machine."""
    whole, small = os.path.join(folder, f"{name}.float.onnx"), os.path.join(folder, f"{name}.onnx")
    with torch.no_grad():
        torch.onnx.export(module, example, whole, input_names=inputs, output_names=outputs, dynamic_axes=axes, opset_version=reader_export.OPSET, dynamo=False)
    graph = onnx.load(whole)
    graph.ir_version = 8
    onnx.save(graph, whole)
    quantize_dynamic(whole, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True, op_types_to_quantize=["MatMul"])
    os.remove(whole)
    with open(small, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--weights", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--version", required=True)
    args = parser.parse_args()
    os.makedirs(args.out, exist_ok=True)
    network = Bearing(dropout=0.0)
    network.load_state_dict(torch.load(args.weights)["average"])
    network.eval()
    states = {"earlier": {1: "piece"}, "later": {1: "other piece"}}
    hashes = {
        "statement.onnx": write(Alone(network), (torch.ones(1, 9, dtype=torch.long), torch.ones(1, 5, dtype=torch.long)), args.out, "statement", ["ids", "before"], ["states"],
                                {"ids": {1: "piece"}, "before": {1: "piece before"}, "states": {1: "piece"}}),
        "pair.onnx": write(Together(network), (torch.zeros(1, 9, 384), torch.zeros(1, 7, 384)), args.out, "pair", ["earlier", "later"], ["chances"], states),
    }
    manifest = {"name": "bearing", "version": args.version, "from": "all-MiniLM-L6-v2, taught by all-mpnet-base-v2 (both Apache-2.0)", "labels": LABELS, "files": hashes}
    with open(os.path.join(args.out, "manifest.json"), "w", encoding="utf-8") as file:
        json.dump(manifest, file, indent=2)
        file.write("\n")


if __name__ == "__main__":
    main()
