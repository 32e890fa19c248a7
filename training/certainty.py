"""Would the encoder's states make a better `certainty.score` than words alone? Prints Pearson's r, cross-validated on train and on dev.

    npx tsx bench/train/certainty-states.ts CERTAINTY-FOLDER STATES
    python training/certainty.py STATES [--states | --words]      (both together where neither is said)

The answer is in docs/howsure.md. Nothing is written: what ships is trained by bench/train/howsure.ts.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from torch import nn

SETS = ("UW", "MEANTIME", "UDS_IH2")
GROUP = torch.tensor([0, 0, 1])  # news and web have a head each
WEIGHT = torch.tensor([1.0, 1.0, 0.6])  # the web's labels are many and noisier
HIDDEN, ROUNDS, BATCH, RATE, RAREST, FOLDS = 32, 5, 64, 2e-3, 6, 3


class Head(nn.Module):
    """One hidden layer over the state and over features that are there or not, beside a linear part of each."""

    def __init__(self, width: int, features: int, use_states: bool, use_words: bool):
        super().__init__()
        self.use_states, self.use_words, self.none = use_states, use_words, features
        self.hidden_of_word = nn.Embedding(features + 1, HIDDEN, padding_idx=features)
        nn.init.uniform_(self.hidden_of_word.weight, -0.1, 0.1)
        self.of_word = nn.Embedding(features + 1, 3, padding_idx=features)
        nn.init.zeros_(self.of_word.weight)
        with torch.no_grad():
            self.hidden_of_word.weight[features] = 0
        self.hidden_of_state, self.of_state = nn.Linear(width, HIDDEN), nn.Linear(width, 2)
        self.out, self.drop = nn.Linear(HIDDEN, 2), nn.Dropout(0.3)
        self.scale, self.shift = nn.Parameter(torch.ones(3)), nn.Parameter(torch.zeros(3))

    def forward(self, state: torch.Tensor, words: torch.Tensor) -> torch.Tensor:
        if self.training:
            words = torch.where(torch.rand(words.shape) < 0.4, torch.full_like(words, self.none), words)
        state = self.drop(state) if self.use_states else torch.zeros_like(state)
        hidden, score = self.hidden_of_state(state), self.of_state(state)
        if self.use_words:
            hidden = hidden + self.hidden_of_word(words).sum(1)
            linear = self.of_word(words).sum(1)
            score = score + linear[:, :1] + linear[:, 1:]
        return score + self.out(self.drop(torch.tanh(hidden)))


def load(folder: Path):
    parts = {(s, p): json.loads((folder / f"{s}.{p}.json").read_text()) for s in SETS for p in ("train", "dev")}
    counts = Counter(f for s in SETS for event in parts[s, "train"] for f in event["features"])
    ids = {name: i for i, (name, n) in enumerate(counts.items()) if n >= RAREST}
    ids = {name: i for i, name in enumerate(ids)}
    longest = max(len(event["features"]) for events in parts.values() for event in events)
    data = {}
    for (s, p), events in parts.items():
        states = np.fromfile(folder / f"{s}.{p}.f32", dtype=np.float32).reshape(len(events), -1)
        words = np.full((len(events), longest), len(ids))
        for row, event in zip(words, events):
            known = [ids[f] for f in event["features"] if f in ids]
            row[: len(known)] = known
        labels = np.array([event["label"] for event in events], dtype=np.float32)
        sentences = np.array([event["sentence"] for event in events])
        data[s, p] = states, words, labels, sentences
    every = np.vstack([data[s, "train"][0] for s in SETS])
    mean, spread = every.mean(0), every.std(0) + 1e-6
    return {key: ((d[0] - mean) / spread, *d[1:]) for key, d in data.items()}, len(ids)


def fit(rows, features: int, use_states: bool, use_words: bool):
    torch.manual_seed(1)
    states, words, labels = (torch.tensor(np.concatenate([r[i] for r in rows])) for i in range(3))
    sets = torch.cat([torch.full((len(r[2]),), i) for i, r in enumerate(rows)])
    head = Head(states.shape[1], features, use_states, use_words)
    optimiser = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=1e-3)
    steps = ROUNDS * (len(labels) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: max(0.0, 1 - step / steps))
    head.train()
    for _ in range(ROUNDS):
        for batch in torch.randperm(len(labels)).split(BATCH):
            if len(batch) < BATCH:
                continue
            kind = sets[batch]
            score = head(states[batch], words[batch]).gather(1, GROUP[kind][:, None])[:, 0]
            told = score * head.scale[kind] + head.shift[kind]
            loss = (nn.functional.huber_loss(told, labels[batch], reduction="none", delta=2.0) * WEIGHT[kind]).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
    head.eval()

    def score_of(row, i: int) -> np.ndarray:
        with torch.no_grad():
            return head(torch.tensor(row[0]), torch.tensor(row[1]))[:, GROUP[i]].numpy()

    return score_of


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--states", action="store_true", help="the encoder's states alone")
    parser.add_argument("--words", action="store_true", help="words beside the event alone, as shipped")
    asked = parser.parse_args()
    use = (asked.states or not asked.words, asked.words or not asked.states)
    data, features = load(asked.folder)
    train = [data[s, "train"] for s in SETS]

    def report(name: str, scores, rows) -> None:
        print(name, ", ".join(f"{s} {np.corrcoef(a, r[2])[0, 1]:.3f}" for s, a, r in zip(SETS, scores, rows)), flush=True)

    held = [np.zeros(len(row[2])) for row in train]
    for fold in range(FOLDS):
        out = [row[3] * FOLDS // (row[3].max() + 1) == fold for row in train]
        score = fit([tuple(x[~o] for x in row) for row, o in zip(train, out)], features, *use)
        for i, (row, o) in enumerate(zip(train, out)):
            held[i][o] = score(tuple(x[o] for x in row), i)
    report("cross-validated on train:", held, train)
    dev = [data[s, "dev"] for s in SETS]
    score = fit(train, features, *use)
    report("dev:", [score(row, i) for i, row in enumerate(dev)], dev)


if __name__ == "__main__":
    main()
