"""Two networks that say how a later statement bears on an earlier one: the one that is shipped, and its teacher."""
import json
import os
import sys

import torch
from torch import nn

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from model import Layer, fill, mask_of  # noqa: E402
from pairs import LABELS, Said  # noqa: E402
from teacher import MARKS, SHIFT, bucket_of  # noqa: E402

MOST_PIECES = 80  # of a statement with its source
JOINT = 4  # layers below this one read each statement alone: their work is done once a statement


def head_of(size: int, dropout: float) -> nn.Sequential:
    """Both statements' means, how they differ and where they agree, to the labels."""
    return nn.Sequential(nn.Linear(4 * size, 384), nn.GELU(), nn.Dropout(dropout), nn.Linear(384, len(LABELS)))


def beside(u, v):
    return torch.cat([u, v, (u - v).abs(), u * v], 1)


class Bearing(nn.Module):
    """6 layers of 384, from the sentence encoder: four read each statement alone, two both together."""

    def __init__(self, dropout: float = 0.1, vocabulary: int = 30522, size: int = 384, layers: int = 6):
        super().__init__()
        self.words, self.positions = nn.Embedding(vocabulary, size), nn.Embedding(512, size)
        self.kind, self.later = nn.Parameter(torch.zeros(size)), nn.Parameter(torch.zeros(size))
        self.norm, self.drop = nn.LayerNorm(size, eps=1e-12), nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(size, 12, 4 * size, dropout) for _ in range(layers))
        self.head = head_of(size, dropout)

    def alone(self, ids):
        x = self.words(ids) + self.positions(torch.arange(ids.shape[1]))[None] + self.kind
        x, mask = self.drop(self.norm(x)), mask_of(ids != 0)
        for layer in self.layers[:JOINT]:
            x = layer(x, mask)
        return x

    def forward(self, earlier, later):
        """Piece ids [pairs, pieces] of both (0: padding) to the labels' scores [pairs, 10]."""
        x, y, n = self.alone(earlier), self.alone(later), earlier.shape[1]
        present = torch.cat([earlier != 0, later != 0], 1)
        z, mask = torch.cat([x, y + self.later], 1), mask_of(present)
        for layer in self.layers[JOINT:]:
            z = layer(z, mask)
        real = present[:, :, None].to(z.dtype)

        def mean(part, there):
            return (part * there).sum(1) / there.sum(1).clamp(min=1)

        return self.head(beside(mean(z[:, :n], real[:, :n]), mean(z[:, n:], real[:, n:])))


class Teacher(nn.Module):
    """The same judgement by all-mpnet-base-v2 (12 layers of 768), which reads both statements as one text."""

    def __init__(self, dropout: float = 0.1, size: int = 768, layers: int = 12):
        super().__init__()
        self.words, self.positions = nn.Embedding(30527, size), nn.Embedding(514, size)
        self.later = nn.Parameter(torch.zeros(size))
        self.norm, self.drop = nn.LayerNorm(size, eps=1e-5), nn.Dropout(dropout)
        self.nearness = nn.Embedding(32, 12)
        self.layers = nn.ModuleList(Layer(size, 12, 4 * size, dropout) for _ in range(layers))
        self.head = head_of(size, dropout)
        self.register_buffer("buckets", bucket_of(512), persistent=False)
        pieces = torch.arange(30522) + SHIFT
        for bert, mpnet in MARKS.items():
            pieces[bert] = mpnet
        self.register_buffer("pieces", pieces, persistent=False)

    def forward(self, ids, second):
        """Piece ids [pairs, pieces] of both statements one behind the other, and 1 where the later one stands."""
        n = ids.shape[1]
        x = self.words(self.pieces[ids]) + self.positions(torch.arange(n) + 2)[None] + second[:, :, None] * self.later
        x = self.drop(self.norm(x))
        mask = (mask_of(ids != 0) + self.nearness(self.buckets[:n, :n]).permute(2, 0, 1)[None]).to(torch.bfloat16 if torch.is_autocast_enabled("cpu") else x.dtype)
        for layer in self.layers:
            x = layer(x, mask)
        there, later = (ids != 0).to(x.dtype), second.to(x.dtype)

        def mean(weight):
            return (x * weight[:, :, None]).sum(1) / weight.sum(1, keepdim=True).clamp(min=1)

        return self.head(beside(mean(there * (1 - later)), mean(there * later)))


def load_start(network: Bearing, folder: str) -> None:
    """Fills the network with the sentence encoder's weights."""
    from safetensors.torch import load_file

    given = {name.removeprefix("bert."): value for name, value in load_file(os.path.join(folder, "model.safetensors")).items()}
    pairs = {"embeddings.word_embeddings.weight": network.words.weight, "embeddings.position_embeddings.weight": network.positions.weight,
             "embeddings.LayerNorm.weight": network.norm.weight, "embeddings.LayerNorm.bias": network.norm.bias}
    names = {"attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value", "attention.output.dense": "out",
             "attention.output.LayerNorm": "norm1", "intermediate.dense": "up", "output.dense": "down", "output.LayerNorm": "norm2"}
    fill(given, pairs, network.layers, names)
    with torch.no_grad():
        network.kind.copy_(given["embeddings.token_type_embeddings.weight"][0])


def load_teacher(teacher: Teacher, folder: str) -> None:
    """Fills the teacher with MPNet's weights."""
    from safetensors.torch import load_file

    with open(os.path.join(folder, "config.json"), encoding="utf-8") as file:
        if json.load(file)["model_type"] != "mpnet":
            raise SystemExit(f"{folder} holds no mpnet")
    pairs = {"embeddings.word_embeddings.weight": teacher.words.weight, "embeddings.position_embeddings.weight": teacher.positions.weight,
             "embeddings.LayerNorm.weight": teacher.norm.weight, "embeddings.LayerNorm.bias": teacher.norm.bias, "encoder.relative_attention_bias.weight": teacher.nearness.weight}
    names = {"attention.attn.q": "query", "attention.attn.k": "key", "attention.attn.v": "value", "attention.attn.o": "out",
             "attention.LayerNorm": "norm1", "intermediate.dense": "up", "output.dense": "down", "output.LayerNorm": "norm2"}
    fill(load_file(os.path.join(folder, "model.safetensors")), pairs, teacher.layers, names)


class Pieces:
    """Statements to piece ids, "who: says", as `src/work/linking/bearing.ts` writes them."""

    def __init__(self, path: str):
        from tokenizers import Tokenizer

        self.tokenizer, self.known = Tokenizer.from_file(path), {}
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()

    def __call__(self, said: Said, named: bool = True) -> list[int]:
        key = (said, named)
        if key not in self.known:
            who, says = said
            self.known[key] = self.tokenizer.encode(f"{who}: {says}" if who and named else says).ids[:MOST_PIECES]
        return self.known[key]


def padded(rows: list[list[int]]) -> torch.Tensor:
    most = max(map(len, rows))
    return torch.tensor([row + [0] * (most - len(row)) for row in rows])


def apart(pieces: Pieces, pairs, named: bool = True):
    """Pairs as the shipped network takes them."""
    return padded([pieces(pair.earlier, named) for pair in pairs]), padded([pieces(pair.later, named) for pair in pairs])


def together(pieces: Pieces, pairs, named: bool = True):
    """Pairs as the teacher takes them."""
    rows = [(pieces(pair.earlier, named), pieces(pair.later, named)) for pair in pairs]
    ids = padded([a + b for a, b in rows])
    second = torch.tensor([[0.0] * len(a) + [1.0] * len(b) + [0.0] * (ids.shape[1] - len(a) - len(b)) for a, b in rows])
    return ids, second
