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
MOST_BEFORE = 40  # of what stands before it in its report: the last ones
SEPARATOR = 102
FIRST_BEFORE = 100  # the place from which on what stands before is counted, whatever the statement's length
ALONE, TEACHER_ALONE = 4, 6  # so many layers read each statement alone: their work is done once a statement


def head_of(size: int, dropout: float) -> nn.Sequential:
    """Both statements' means, how they differ and where they agree, to the labels."""
    return nn.Sequential(nn.Linear(4 * size, 384), nn.GELU(), nn.Dropout(dropout), nn.Linear(384, len(LABELS)))


def beside(u, v):
    return torch.cat([u, v, (u - v).abs(), u * v], 1)


class Split(nn.Module):
    """Lower layers read each statement alone, with what stands before it; upper ones two statements together. `embedded` and `bias` are the encoder's own."""

    alone_layers: int

    def alone(self, ids, before):
        """A statement's own pieces, read with those of what stands before it, which come behind them and are left away again."""
        n = ids.shape[1]
        pieces = torch.cat([ids, before], 1)
        places = torch.cat([torch.arange(n), FIRST_BEFORE + torch.arange(before.shape[1])])
        behind = (torch.arange(pieces.shape[1]) >= n).float()[:, None]
        x = self.drop(self.norm(self.embedded(pieces, places) + behind * self.context))
        mask = mask_of(pieces != 0) + self.bias(places)
        for layer in self.layers[:self.alone_layers]:
            x = layer(x, mask)
        return x[:, :n]

    def together(self, x, x_there, y, y_there):
        """Two statements' states [pairs, pieces, size], and which of those are real, to the labels' scores [pairs, 10]."""
        n = x.shape[1]
        z, mask = torch.cat([x, y + self.later.to(y.dtype)], 1), mask_of(torch.cat([x_there, y_there], 1)) + self.bias(torch.arange(2 * n))
        for layer in self.layers[self.alone_layers:]:
            z = layer(z, mask)

        def mean(part, there):
            real = there[:, :, None].to(part.dtype)
            return (part * real).sum(1) / real.sum(1).clamp(min=1)

        return self.head(beside(mean(z[:, :n], x_there), mean(z[:, n:], y_there)))

    def forward(self, ids, before, earlier, later):
        """Piece ids [statements, pieces] (0: padding), those of what stands before them, and which statements make each pair [pairs]."""
        x, there = self.alone(ids, before), ids != 0
        return self.together(x[earlier], there[earlier], x[later], there[later])


class Bearing(Split):
    """6 layers of 384, from the sentence encoder."""

    def __init__(self, dropout: float = 0.1, vocabulary: int = 30522, size: int = 384, layers: int = 6):
        super().__init__()
        self.alone_layers = ALONE
        self.words, self.positions = nn.Embedding(vocabulary, size), nn.Embedding(512, size)
        self.kind, self.later, self.context = (nn.Parameter(torch.zeros(size)) for _ in range(3))
        self.norm, self.drop = nn.LayerNorm(size, eps=1e-12), nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(size, 12, 4 * size, dropout) for _ in range(layers))
        self.head = head_of(size, dropout)

    def embedded(self, pieces, places):
        return self.words(pieces) + self.positions(places)[None] + self.kind

    def bias(self, _):
        return 0.0


class Teacher(Split):
    """The same judgement by all-mpnet-base-v2 (12 layers of 768)."""

    def __init__(self, dropout: float = 0.1, size: int = 768, layers: int = 12):
        super().__init__()
        self.alone_layers = TEACHER_ALONE
        self.words, self.positions = nn.Embedding(30527, size), nn.Embedding(514, size)
        self.later, self.context = (nn.Parameter(torch.zeros(size)) for _ in range(2))
        self.norm, self.drop = nn.LayerNorm(size, eps=1e-5), nn.Dropout(dropout)
        self.nearness = nn.Embedding(32, 12)
        self.layers = nn.ModuleList(Layer(size, 12, 4 * size, dropout) for _ in range(layers))
        self.head = head_of(size, dropout)
        self.register_buffer("buckets", bucket_of(512), persistent=False)
        pieces = torch.arange(30522) + SHIFT
        for bert, mpnet in MARKS.items():
            pieces[bert] = mpnet
        self.register_buffer("pieces", pieces, persistent=False)

    def embedded(self, pieces, places):
        return self.words(self.pieces[pieces]) + self.positions(places + 2)[None]

    def bias(self, places):
        """What attention gains or loses by how far two pieces are apart [1, heads, pieces, pieces]."""
        return self.nearness(self.buckets[places][:, places]).permute(2, 0, 1)[None]


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


def load_released(network: Bearing, folder: str) -> None:
    """Fills the network with the weights of a released one: seven bits lose a little, which a few hundred steps make up for."""
    import restore  # of the reader

    alone, pair = (restore.network(os.path.join(folder, f"{name}.onnx")) for name in ("statement", "pair"))
    given = {name: value for name, value in alone.items() if not name.startswith("layers.")} | {name: value for name, value in pair.items() if not name.startswith("layers.")}
    given |= {name: value for name, value in alone.items() if name.startswith("layers.")}
    for name, value in pair.items():
        if name.startswith("layers."):
            _, number, rest = name.split(".", 2)
            given[f"layers.{int(number) + ALONE}.{rest}"] = value
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            if name == "context" and name not in given:
                continue  # networks before 2.0.0 read nothing that stands before
            value = {"positions.weight": "places", "later": "later.1"}.get(name, name)
            parameter.copy_(given[value].reshape(parameter.shape) if name != "kind" else torch.zeros_like(parameter))


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
    """Statements to piece ids, "who: says", and those of what stands before them, as `src/work/linking/bearing.ts` writes them."""

    def __init__(self, path: str):
        from tokenizers import Tokenizer

        self.tokenizer, self.known = Tokenizer.from_file(path), {}
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()

    def cut(self, text: str) -> list[int]:
        if text not in self.known:
            self.known[text] = self.tokenizer.encode(text).ids
        return self.known[text]

    def own(self, said: Said, named: bool = True) -> list[int]:
        return self.cut(f"{said.who}: {said.says}" if said.who and named else said.says)[:MOST_PIECES]

    def before(self, said: Said) -> list[int]:
        """The last pieces and a separator; nothing but that where nothing stands before."""
        return (self.cut(said.before)[1:-1][-MOST_BEFORE:] if said.before else []) + [SEPARATOR]


def padded(rows: list[list[int]]) -> torch.Tensor:
    most = max(map(len, rows))
    return torch.tensor([row + [0] * (most - len(row)) for row in rows])


def read(pieces: Pieces, pairs, named: bool = True):
    """Pairs as both networks take them: each statement once."""
    said = list(dict.fromkeys(one for pair in pairs for one in (pair.earlier, pair.later)))
    at = {one: i for i, one in enumerate(said)}
    ids, before = padded([pieces.own(one, named) for one in said]), padded([pieces.before(one) for one in said])
    return ids, before, torch.tensor([at[pair.earlier] for pair in pairs]), torch.tensor([at[pair.later] for pair in pairs])
