"""The reader's network: an encoder with cue tags (first look), and a small second network that reads each cue's paragraph for its source and content."""
import torch
import torch.nn.functional as F
from torch import nn

from events import SETS

TAGS = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"]
ROLES = ["O", "B-source", "I-source", "B-content", "I-content"]
DISTANCES = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64]  # bucket bounds of a word's distance from the cue
N_DISTANCE = 2 * (len(DISTANCES) + 1) + 2  # 0: padding, 1: in the cue, then before, then after


class Dropout(nn.Module):
    """Dropout with masks cut at random from one long one: drawing fresh ones takes a tenth of a step on a processor."""

    LENGTH = 1 << 23
    masks: dict[float, torch.Tensor] = {}

    def __init__(self, chance: float):
        super().__init__()
        self.chance = chance

    def forward(self, x):
        if not self.training or self.chance == 0.0 or x.numel() > self.LENGTH // 2:
            return F.dropout(x, self.chance, self.training)
        if self.chance not in self.masks:
            draw = torch.rand(self.LENGTH, generator=torch.Generator().manual_seed(1))
            self.masks[self.chance] = (draw >= self.chance).float().div(1.0 - self.chance)
        if self.masks[self.chance].dtype != x.dtype:
            self.masks[self.chance] = self.masks[self.chance].to(x.dtype)
        start = int(torch.randint(self.LENGTH - x.numel(), ()))
        return x * self.masks[self.chance][start:start + x.numel()].view(x.shape)


class Layer(nn.Module):
    """A transformer layer, normalised after each half (BERT's order)."""

    def __init__(self, size: int, heads: int, inner: int, dropout: float):
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(size, size) for _ in range(3))
        self.out = nn.Linear(size, size)
        self.up, self.down = nn.Linear(size, inner), nn.Linear(inner, size)
        self.norm1, self.norm2 = nn.LayerNorm(size, eps=1e-12), nn.LayerNorm(size, eps=1e-12)
        self.drop = Dropout(dropout)

    def forward(self, x, mask):
        b, n, d = x.shape
        q, k, v = (f(x).view(b, n, self.heads, d // self.heads).transpose(1, 2) for f in (self.query, self.key, self.value))
        # Written out: on a processor the fused attention's way back takes two and a half times as long as these three products.
        # Autocast would take the weights of attention to float32 and back, a sixth of a step.
        with torch.autocast("cpu", enabled=False):
            scores = q @ k.transpose(-1, -2) * (d // self.heads) ** -0.5 + mask.to(q.dtype)
            a = torch.softmax(scores, -1) @ v
        x = self.norm1(x + self.drop(self.out(a.transpose(1, 2).reshape(b, n, d))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


def mask_of(present):
    """1/0 per position to an additive attention mask."""
    return (1.0 - present[:, None, None, :].float()) * -1e4


class Encoder(nn.Module):
    """Pieces to words: 6 layers of 384, with each word's capitals and direct speech added to the input."""

    def __init__(self, vocabulary: int = 30522, size: int = 384, layers: int = 6, second: int = 256, dropout: float = 0.1):
        super().__init__()
        self.words = nn.Embedding(vocabulary, size)
        self.positions = nn.Embedding(512, size)
        self.kind = nn.Parameter(torch.zeros(size))
        self.cases, self.quoted = nn.Embedding(8, size), nn.Embedding(2, size)
        nn.init.normal_(self.cases.weight, std=0.01)
        nn.init.normal_(self.quoted.weight, std=0.01)
        self.norm, self.drop = nn.LayerNorm(size, eps=1e-12), Dropout(dropout)
        self.layers = nn.ModuleList(Layer(size, 12, 1536, dropout) for _ in range(layers))
        self.tagger = nn.Sequential(nn.Linear(size, size), nn.GELU(), Dropout(dropout), nn.Linear(size, len(TAGS)))
        self.project = nn.Linear(size, second)
        self.certainty = nn.Linear(size, len(SETS))

    def forward(self, ids, cases, quoted, firsts):
        present = (ids != 0)
        places = torch.arange(ids.shape[1])[None]
        x = self.words(ids) + self.positions(places) + self.kind + self.cases(cases) + self.quoted(quoted)
        x, mask = self.drop(self.norm(x)), mask_of(present)
        for layer in self.layers:
            x = layer(x, mask)
        index = firsts[:, :, None].expand(-1, -1, x.shape[2])
        x = torch.gather(x, 1, index)
        return self.tagger(x), self.project(x), self.certainty(x)


class Second(nn.Module):
    """One row per cue: the words of its paragraph, where each stands from the cue, what the tagger thought of it."""

    def __init__(self, size: int = 256, layers: int = 2, dropout: float = 0.1):
        super().__init__()
        self.distance = nn.Embedding(N_DISTANCE, size)
        self.tags = nn.Linear(len(TAGS), size)
        self.cue = nn.Linear(size, size)
        self.norm, self.drop = nn.LayerNorm(size), Dropout(dropout)
        self.layers = nn.ModuleList(Layer(size, 4, 3 * size, dropout) for _ in range(layers))
        self.roles = nn.Sequential(nn.Linear(size, size), nn.GELU(), nn.Linear(size, len(ROLES)))
        self.real = nn.Sequential(nn.Linear(2 * size, size), nn.GELU(), nn.Linear(size, 1))

    def forward(self, words, tags, distances):
        present = (distances != 0)
        in_cue = (distances == 1).float()
        share = (in_cue / in_cue.sum(1, keepdim=True).clamp(min=1.0))[:, None, :]
        cue = torch.matmul(share, words)
        x = words + self.tags(tags) + self.distance(distances) + self.cue(cue)
        x, mask = self.drop(self.norm(x)), mask_of(present)
        for layer in self.layers:
            x = layer(x, mask)
        pooled = torch.cat([torch.matmul(share, x), cue], 2)[:, 0]
        return self.roles(x), self.real(pooled)[:, 0]


def allowed() -> torch.Tensor:
    """Which role may follow which: an I- only its own B- or I-."""
    ok = torch.zeros(5, 5)
    for a in range(5):
        for b in range(5):
            if b in (2, 4) and a not in (b - 1, b):
                ok[a, b] = -1e4
    return ok


class Chain(nn.Module):
    """A linear chain over the roles (conditional random field)."""

    def __init__(self):
        super().__init__()
        self.move, self.begin, self.finish = nn.Parameter(torch.zeros(5, 5)), nn.Parameter(torch.zeros(5)), nn.Parameter(torch.zeros(5))
        self.register_buffer("rule", allowed())
        self.register_buffer("rule_begin", torch.tensor([0.0, 0.0, -1e4, 0.0, -1e4]))

    def total(self, scores, move, present):
        """The log of the sum over all paths, a row; `move` [rows, 5, 5] holds the rules. Rows begin at position 0 and have no holes."""
        step = self.begin + self.rule_begin + scores[:, 0]
        for i in range(1, scores.shape[1]):
            after = torch.logsumexp(step[:, :, None] + move, 1) + scores[:, i]
            step = torch.where(present[:, i, None], after, step)
        return torch.logsumexp(step + self.finish, 1)

    def loss(self, scores, roles, moves, present):
        """Cross-entropy of each row to a distribution over paths, given as chances of roles a word [rows, words, 5] and expected moves [rows, 5, 5].

        A marked row is the distribution that has all its weight on one path.
        """
        move, begin = self.move + self.rule, self.begin + self.rule_begin
        total = self.total(scores, move.expand(len(scores), 5, 5), present)
        last = roles[torch.arange(len(roles)), present.sum(1) - 1]
        return total - ((roles * scores).sum((1, 2)) + (moves * move).sum((1, 2)) + roles[:, 0] @ begin + last @ self.finish)


class Reader(nn.Module):
    """Both networks together, as they are trained."""

    def __init__(self, dropout: float = 0.1):
        super().__init__()
        self.encoder, self.second, self.chain = Encoder(dropout=dropout), Second(dropout=dropout), Chain()


def fill(given: dict, pairs: dict, layers: nn.ModuleList, names: dict[str, str]) -> None:
    """Copies given weights into ours: those of `pairs` (their name, our parameter), and of each layer those of `names` (their name, ours)."""
    pairs = dict(pairs)
    for i, layer in enumerate(layers):
        for theirs, ours in names.items():
            for part in ("weight", "bias"):
                pairs[f"encoder.layer.{i}.{theirs}.{part}"] = getattr(getattr(layer, ours), part)
    with torch.no_grad():
        for name, target in pairs.items():
            target.copy_(given[name])


def load_start(reader: Reader, path: str) -> None:
    """Fills the encoder with the sentence encoder's weights."""
    from safetensors.torch import load_file

    given = load_file(path)
    given = {name.removeprefix("bert."): value for name, value in given.items()}
    encoder = reader.encoder
    pairs = {
        "embeddings.word_embeddings.weight": encoder.words.weight,
        "embeddings.position_embeddings.weight": encoder.positions.weight,
        "embeddings.LayerNorm.weight": encoder.norm.weight,
        "embeddings.LayerNorm.bias": encoder.norm.bias,
    }
    names = {"attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value", "attention.output.dense": "out",
             "attention.output.LayerNorm": "norm1", "intermediate.dense": "up", "output.dense": "down", "output.LayerNorm": "norm2"}
    fill(given, pairs, encoder.layers, names)
    with torch.no_grad():
        encoder.kind.copy_(given["embeddings.token_type_embeddings.weight"][0])
