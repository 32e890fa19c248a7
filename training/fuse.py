"""The exported networks with one node for each layer's attention and one for each product: a tenth faster, the same numbers bit for bit.

    python fuse.py NETWORK.onnx OUT.onnx

The runtime fuses less by itself: it leaves three products, four transpositions and a scaling a layer, each a walk through memory. The
encoder reads one window a call, so that its mask of nothing goes; the second network keeps its own.
"""
import argparse

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

CONTRIB = "com.microsoft"
HEADS = {384: 12, 256: 4}  # as in model.py, by width


class Graph:
    """A network's nodes by what they make and use, and the nodes that take their place."""

    def __init__(self, model: onnx.ModelProto):
        self.graph = model.graph
        self.weights = {w.name: numpy_helper.to_array(w) for w in self.graph.initializer}
        self.maker = {name: node for node in self.graph.node for name in node.output}
        self.users = {}
        for node in self.graph.node:
            for name in node.input:
                self.users.setdefault(name, []).append(node)
        self.added: list[onnx.NodeProto] = []

    def weight(self, name: str, value: np.ndarray) -> str:
        self.graph.initializer.append(numpy_helper.from_array(value, name))
        return name

    def node(self, kind: str, inputs: list[str], output: str | list[str], domain: str = CONTRIB, **attributes) -> None:
        outputs = [output] if isinstance(output, str) else output
        self.added.append(helper.make_node(kind, inputs, outputs, name=f"{outputs[0]}/{kind}", domain=domain, **attributes))

    def linear(self, name: str) -> dict[str, str]:
        """What a quantised linear layer reads and holds, found from its bias."""
        (add,) = self.users[f"{name}.bias"]
        scaled = self.maker[next(i for i in add.input if i != f"{name}.bias")]
        product = self.maker[self.maker[scaled.input[0]].input[0]]
        return {
            "reads": self.maker[product.input[0]].input[0],
            "weight": product.input[1],
            "zero": product.input[3],
            "scale": self.maker[scaled.input[1]].input[1],
            "bias": f"{name}.bias",
        }

    def dense(self, layer: dict[str, str], reads: str, output: str) -> None:
        self.node("DynamicQuantizeMatMul", [reads, layer["weight"], layer["scale"], layer["zero"], layer["bias"]], output)

    def prune(self) -> None:
        """Leaves what the outputs need, each node after those that it reads."""
        replaced = {name for node in self.added for name in node.output}
        nodes = [n for n in self.graph.node if not replaced.intersection(n.output)] + self.added
        maker = {name: node for node in nodes for name in node.output}
        ordered: list[onnx.NodeProto] = []
        seen: set[int] = set()
        stack = [(maker[o.name], False) for o in reversed(self.graph.output)]
        while stack:
            node, done = stack.pop()
            if done:
                ordered.append(node)
            elif id(node) not in seen:
                seen.add(id(node))
                stack.append((node, True))
                stack.extend((maker[i], False) for i in reversed(node.input) if i in maker)
        used = {i for n in ordered for i in n.input}
        weights = [w for w in self.graph.initializer if w.name in used]
        del self.graph.node[:], self.graph.initializer[:]
        self.graph.node.extend(ordered)
        self.graph.initializer.extend(weights)


def epsilon(node: onnx.NodeProto) -> float:
    return next(a.f for a in node.attribute if a.name == "epsilon")


def fuse_layer(graph: Graph, name: str, mask: str) -> None:
    """One transformer layer: five nodes and two sums with their norms."""
    query, key, value, out, up, down = (graph.linear(f"{name}.{part}") for part in ("query", "key", "value", "out", "up", "down"))
    three, reads = (query, key, value), query["reads"]
    if any(graph.weights[part["zero"]].any() for part in three):
        raise ValueError(f"{name}: weights must be quantised around nought")
    size = graph.weights[query["weight"]].shape[0]
    weight = graph.weight(f"{name}.qkv.weight", np.concatenate([graph.weights[p["weight"]] for p in three], 1))
    scale = graph.weight(f"{name}.qkv.scale", np.concatenate([graph.weights[p["scale"]].reshape(-1) for p in three]))
    bias = graph.weight(f"{name}.qkv.bias", np.concatenate([graph.weights[p["bias"]] for p in three]))
    zero = graph.weight(f"{name}.qkv.zero", np.zeros(3 * size, np.int8))
    graph.node("DynamicQuantizeLinear", [reads], [f"{name}/x", f"{name}/x.scale", f"{name}/x.zero"], domain="")
    graph.node(
        "QAttention",
        [f"{name}/x", weight, bias, f"{name}/x.scale", scale, mask, f"{name}/x.zero", zero],
        f"{name}/attention",
        num_heads=HEADS[size],
    )
    first, (last,) = graph.maker[up["reads"]], graph.users[f"{name}.norm2.weight"]
    graph.dense(out, f"{name}/attention", f"{name}/out")
    norm = [f"{name}.norm1.weight", f"{name}.norm1.bias"]
    graph.node("SkipLayerNormalization", [reads, f"{name}/out", *norm], f"{name}/between", epsilon=epsilon(first))
    graph.dense(up, f"{name}/between", f"{name}/up")
    graph.node("Gelu", [f"{name}/up"], f"{name}/bent")
    graph.dense(down, f"{name}/bent", f"{name}/down")
    norm = [f"{name}.norm2.weight", f"{name}.norm2.bias"]
    graph.node("SkipLayerNormalization", [f"{name}/between", f"{name}/down", *norm], last.output[0], epsilon=epsilon(last))


def fuse(source: str, target: str) -> None:
    """Rewrites the int8 network that export.py made."""
    model = onnx.load(source)
    graph = Graph(model)
    mask = ""
    if any(i.name == "distances" for i in model.graph.input):
        mask = "attend"
        graph.weight("attend.nought", np.array(0, np.int64))
        graph.node("Greater", ["distances", "attend.nought"], "attend.some", domain="")
        graph.node("Cast", ["attend.some"], mask, domain="", to=TensorProto.INT32)
    layer = 0
    while f"layers.{layer}.query.bias" in graph.weights:
        fuse_layer(graph, f"layers.{layer}", mask)
        layer += 1
    graph.prune()
    model.opset_import.append(helper.make_opsetid(CONTRIB, 1))
    onnx.save(model, target)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("network")
    parser.add_argument("out")
    args = parser.parse_args()
    fuse(args.network, args.out)
