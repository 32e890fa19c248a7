"""A released reader's files back to weights that training can go on from.

int8 loses a little; a few hundred steps make up for it. So the next release need not begin with the sentence encoder again.
"""
import json
import os

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from model import Reader


def constants(graph) -> dict[str, np.ndarray]:
    """All of a network's numbers, by name."""
    return {i.name: numpy_helper.to_array(i) for i in graph.initializer}


def products(graph, numbers) -> dict[str, torch.Tensor]:
    """Weights of the linear layers: `/layers.0/query/MatMul_quant` becomes `layers.0.query.weight`, a scale a channel undone."""
    found = {}
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            name = node.input[1].removesuffix("_quantized")
            whole = numbers[node.input[1]].astype(np.float32) - numbers[f"{name}_zero_point"].astype(np.float32)
            *outer, last = node.name.strip("/").split("/")[:-1]
            where = [last] if outer and last.startswith(outer[-1] + ".") else [*outer, last]  # a Sequential says its name twice
            found[".".join(where) + ".weight"] = torch.from_numpy((whole * numbers[f"{name}_scale"]).T.copy())
    return found


def gemms(graph, numbers) -> dict[str, torch.Tensor]:
    """The two layers that were exported as Gemm: `real.0.weight_Transposed_quantized`."""
    found = {}
    for name, value in numbers.items():
        if name.endswith(".weight_Transposed_quantized"):
            stem = name.removesuffix("_quantized")
            whole = value.astype(np.float32) - numbers[f"{stem}_zero_point"].astype(np.float32)
            found[name.removesuffix("_Transposed_quantized")] = torch.from_numpy((whole * numbers[f"{stem}_scale"]).T.copy())
    return found


def whole(numbers, weight: str, scale: str) -> torch.Tensor:
    """An int8 weight around nought, a scale a channel, as PyTorch lays it out."""
    return torch.from_numpy((numbers[weight].astype(np.float32) * numbers[scale]).T.copy())


def fused(graph, numbers) -> dict[str, torch.Tensor]:
    """The layers that fuse.py put together: a product that knows its bias, and query, key and value side by side."""
    found = {}
    for node in graph.node:
        if node.op_type == "DynamicQuantizeMatMul":
            found[node.input[4].removesuffix(".bias") + ".weight"] = whole(numbers, node.input[1], node.input[2])
        elif node.op_type == "QAttention":
            layer = node.input[1].removesuffix(".qkv.weight")
            weights, biases = whole(numbers, node.input[1], node.input[4]).chunk(3), torch.from_numpy(numbers[node.input[2]].copy()).chunk(3)
            for part, weight, bias in zip(("query", "key", "value"), weights, biases):
                found[f"{layer}.{part}.weight"], found[f"{layer}.{part}.bias"] = weight, bias
    return found


def network(path: str) -> dict[str, torch.Tensor]:
    """One network's weights under the names that PyTorch gives them."""
    graph = onnx.load(path).graph
    numbers = constants(graph)
    plain = {n: torch.from_numpy(v.copy()) for n, v in numbers.items() if v.dtype == np.float32 and not n.startswith("onnx::") and "_Transposed" not in n}
    if "words.scale" in plain:
        plain["words.weight"] = torch.from_numpy(numbers["words.rows"].astype(np.float32)) * plain.pop("words.scale")
    return plain | products(graph, numbers) | gemms(graph, numbers) | fused(graph, numbers)


def restore(reader: Reader, folder: str) -> None:
    """Fills a reader with the weights of `folder` (encoder.onnx, second.onnx, manifest.json). Raises KeyError where one is missing."""
    with open(os.path.join(folder, "manifest.json"), encoding="utf-8") as file:
        chain = json.load(file)["chain"]
    given = {f"{part}.{n}": v for part in ("encoder", "second") for n, v in network(os.path.join(folder, f"{part}.onnx")).items()}
    given |= {f"chain.{n}": torch.tensor(chain[n]) for n in ("move", "begin", "finish")}
    given["chain.move"] = given["chain.move"] - reader.chain.rule
    given["chain.begin"] = given["chain.begin"] - reader.chain.rule_begin
    with torch.no_grad():
        for name, parameter in reader.named_parameters():
            if name.startswith("encoder.certainty.") and name not in given:
                continue  # readers before 1.2.0 have no such head
            if given[name].shape != parameter.shape:
                raise ValueError(f"{name}: {tuple(given[name].shape)} in the file, {tuple(parameter.shape)} in the network")
            parameter.copy_(given[name])
