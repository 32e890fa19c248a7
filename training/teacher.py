"""The teacher: the same two looks as the reader's, on a large encoder (`all-mpnet-base-v2`, 12 layers of 768). It reads the same pieces in the same
windows as the reader, so that what it thinks of every word can be taught word for word (`soft.py`)."""
import json
import math
import os

import torch
from torch import nn

from events import SETS
from model import TAGS, Chain, Dropout, Layer, Second, fill, mask_of

SHIFT = 4  # MPNet's vocabulary is BERT's after four marks of its own
MARKS = {0: 1, 101: 0, 102: 2}  # BERT's padding, start and separator as MPNet has them


def bucket_of(n: int) -> torch.Tensor:
    """The relative position's bucket of each pair of places: 16 to either side, the first eight exact, the rest by logarithm up to 128 (T5)."""
    step = torch.arange(n)[None, :] - torch.arange(n)[:, None]
    size = step.abs()
    large = 8 + (torch.log(size.clamp(min=1).float() / 8) / math.log(128 / 8) * 8).long()
    return (step > 0).long() * 16 + torch.where(size < 8, size, large.clamp(max=15))


class TeacherEncoder(nn.Module):
    """MPNet with each word's capitals and direct speech added to the input; takes the reader's pieces."""

    def __init__(self, size: int = 768, layers: int = 12, second: int = 256, dropout: float = 0.1):
        super().__init__()
        self.words = nn.Embedding(30527, size)
        self.positions = nn.Embedding(514, size)
        self.cases, self.quoted = nn.Embedding(8, size), nn.Embedding(2, size)
        nn.init.normal_(self.cases.weight, std=0.01)
        nn.init.normal_(self.quoted.weight, std=0.01)
        self.norm, self.drop = nn.LayerNorm(size, eps=1e-5), Dropout(dropout)
        self.nearness = nn.Embedding(32, 12)
        self.layers = nn.ModuleList(Layer(size, 12, 4 * size, dropout) for _ in range(layers))
        self.tagger = nn.Sequential(nn.Linear(size, 384), nn.GELU(), Dropout(dropout), nn.Linear(384, len(TAGS)))
        self.project = nn.Linear(size, second)
        self.certainty = nn.Linear(size, len(SETS))
        self.register_buffer("buckets", bucket_of(512), persistent=False)
        pieces = torch.arange(30522) + SHIFT
        for bert, mpnet in MARKS.items():
            pieces[bert] = mpnet
        self.register_buffer("pieces", pieces, persistent=False)

    def forward(self, ids, cases, quoted, firsts):
        n = ids.shape[1]
        x = self.words(self.pieces[ids]) + self.positions(torch.arange(n) + 2)[None] + self.cases(cases) + self.quoted(quoted)
        x = self.drop(self.norm(x))
        mask = (mask_of(ids != 0) + self.nearness(self.buckets[:n, :n]).permute(2, 0, 1)[None]).to(torch.bfloat16 if torch.is_autocast_enabled("cpu") else x.dtype)
        for layer in self.layers:
            x = layer(x, mask)
        x = torch.gather(x, 1, firsts[:, :, None].expand(-1, -1, x.shape[2]))
        return self.tagger(x), self.project(x), self.certainty(x)


class Teacher(nn.Module):
    """Both looks of the teacher, trained as the reader is (`train.py --teacher`)."""

    def __init__(self, dropout: float = 0.1):
        super().__init__()
        self.encoder, self.second, self.chain = TeacherEncoder(dropout=dropout), Second(dropout=dropout), Chain()


def load_teacher(reader: Teacher, folder: str) -> None:
    """Fills the encoder with MPNet's weights (`model.safetensors` of `all-mpnet-base-v2`)."""
    from safetensors.torch import load_file

    config = json.load(open(os.path.join(folder, "config.json")))
    if config["model_type"] != "mpnet":
        raise SystemExit(f"{folder} holds a {config['model_type']}, not an mpnet")
    given, encoder = load_file(os.path.join(folder, "model.safetensors")), reader.encoder
    pairs = {
        "embeddings.word_embeddings.weight": encoder.words.weight,
        "embeddings.position_embeddings.weight": encoder.positions.weight,
        "embeddings.LayerNorm.weight": encoder.norm.weight,
        "embeddings.LayerNorm.bias": encoder.norm.bias,
        "encoder.relative_attention_bias.weight": encoder.nearness.weight,
    }
    names = {"attention.attn.q": "query", "attention.attn.k": "key", "attention.attn.v": "value", "attention.attn.o": "out",
             "attention.LayerNorm": "norm1", "intermediate.dense": "up", "output.dense": "down", "output.LayerNorm": "norm2"}
    fill(given, pairs, encoder.layers, names)
