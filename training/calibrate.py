"""Tunes the cue bias, the confidence and the thresholds on reports that the weights have not seen, and writes settings.json.

The cue bias and the threshold come from the held-out reports of train alone. The confidence (eight numbers) is learned from those and dev together:
forty reports gave one that was four points too sure elsewhere.

    python calibrate.py --data POLNEAR_FOLDER --start MODEL_FOLDER --weights FILE --out settings.json [--scorer FILE]
"""
import argparse
import json
import os

import numpy as np
import torch

from data import Pieces, load, split
from decode import Settings, confidence, outermost, settle, words_in
from evaluate import Onnx, Torch, read

BIASES = (0.2, 0.35, 0.5)
RECALL_KEEPS = 0.15
RATED = 0.2  # the confidence is learned from the claims that it gives at least this: it is to be right where somebody sees it


def spoken(report, runs) -> set[int]:
    """The words of some runs that have a letter or a digit in them, as the scorer counts."""
    return {i for i in words_in(runs) if any(c.isalnum() for c in report.words[i].text)}


def overlap(a: set, b: set) -> float:
    """Intersection over union."""
    return len(a & b) / len(a | b) if a or b else 1.0


def judged(report, claims) -> list[bool]:
    """Which claims the scorer would count as right: paired one to one by content, best first, the sources agreeing."""
    gold = [(spoken(report, c["content"]), spoken(report, c["source"])) for c in report.readings[0]]
    mine = [(spoken(report, c.content), spoken(report, c.source)) for c in claims]
    pairs = sorted(((overlap(g[0], m[0]), i, j) for i, g in enumerate(gold) for j, m in enumerate(mine) if g[0] & m[0]), reverse=True)
    used_gold, used_mine, right = set(), set(), [False] * len(mine)
    for value, i, j in pairs:
        if value < 0.5 or i in used_gold or j in used_mine:
            continue
        used_gold.add(i)
        used_mine.add(j)
        right[j] = overlap(gold[i][1], mine[j][1]) >= 0.5
    return right


def fit(features: np.ndarray, right: np.ndarray, penalty: float = 1.0) -> list[float]:
    """Logistic regression by Newton's method on standardised features; weights for raw ones, the constant last."""
    mean, spread = features.mean(0), features.std(0) + 1e-6
    x = np.hstack([(features - mean) / spread, np.ones((len(features), 1))])
    w = np.zeros(x.shape[1])
    ridge = np.diag([penalty] * (x.shape[1] - 1) + [0.0])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        w -= np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + ridge + 1e-9 * np.eye(len(w)), x.T @ (p - right) + ridge @ w)
    raw = w[:-1] / spread
    return [*raw.tolist(), float(w[-1] - raw @ mean)]


def expected_error(chances, right, bins: int = 10) -> float:
    """Expected calibration error over equal-width bins."""
    chances, right = np.array(chances), np.array(right, dtype=float)
    which = np.minimum((chances * bins).astype(int), bins - 1)
    return float(sum(abs(chances[which == b].mean() - right[which == b].mean()) * (which == b).mean() for b in range(bins) if (which == b).any()))


def figures(reports, found, threshold: float) -> tuple[float, float, float, list[float], list[bool]]:
    """Precision, recall, F1 of claims at a threshold, and each claim's chance and verdict."""
    right, chances, gold = [], [], 0
    for report in reports:
        claims = outermost(settle(found[report.id], threshold))
        right += judged(report, claims)
        chances += [c.confidence for c in claims]
        gold += len(report.readings[0])
    p, r = sum(right) / max(1, len(right)), sum(right) / max(1, gold)
    return p, r, 2 * p * r / max(1e-9, p + r), chances, right


def rate(found, weights) -> None:
    """Sets every claim's confidence."""
    for claims in found.values():
        for claim in claims:
            claim.confidence = confidence(claim.features, weights)


def learn(reports, found) -> list[float]:
    """Weights of the confidence, from the claims as they stand after settling: first from all of them, then from those that are likely to be kept."""
    weights: list[float] = []
    for least in (0.0, 0.0, RATED, RATED, RATED):  # settling depends on the confidence, and so does who is likely to be kept
        rate(found, weights)
        rows, right = [], []
        for report in reports:
            claims = [c for c in outermost(settle(found[report.id], 0.0)) if not weights or c.confidence >= least]
            rows += [c.features for c in claims]
            right += judged(report, claims)
        weights = fit(np.array(rows), np.array(right, dtype=float))
    return weights


def crossed_error(reports, found, folds: int = 5) -> float:
    """Expected calibration error where each report is rated by weights learned from the other folds."""
    chances, right = [], []
    for fold in range(folds):
        theirs = [r for i, r in enumerate(reports) if i % folds != fold]
        ours = [r for i, r in enumerate(reports) if i % folds == fold]
        rate({r.id: found[r.id] for r in ours}, learn(theirs, {r.id: found[r.id] for r in theirs}))
        *_, c, v = figures(ours, found, 0.0)
        chances, right = chances + c, right + v
    return expected_error(chances, right)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--start", required=True)
    parser.add_argument("--weights", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    pieces = Pieces(os.path.join(args.start, "tokenizer.json"))
    held = split(load(os.path.join(args.data, "train.jsonl"), pieces))[1]
    unseen = held + load(os.path.join(args.data, "dev.jsonl"), pieces)
    networks = Torch(args.weights) if args.weights.endswith(".pt") else Onnx(args.weights)
    best = None
    for bias in BIASES:
        found = read(networks, unseen, Settings(cue_bias=bias))
        crossed = crossed_error(unseen, found)
        weights = learn(unseen, found)
        rate(found, weights)
        for threshold in np.arange(0.1, 0.66, 0.02):
            f = figures(held, found, float(threshold))[2]
            if best is None or f > best[0]:
                best = (f, bias, float(threshold), weights, found)
        p, r, f, *_ = figures(held, found, 0.0)
        print(f"bias {bias}: at 0 {p:.3f} {r:.3f} {f:.3f}; calibration error, five-fold {crossed:.3f}; best so far {best[0]:.3f} at bias {best[1]} threshold {best[2]:.2f}", flush=True)
    f, bias, threshold, weights, found = best
    # Precision first: the highest threshold that costs at most 0.3 points of F1.
    for higher in np.arange(threshold, 0.8, 0.02):
        if figures(held, found, float(higher))[2] >= f - 0.003:
            threshold = float(higher)
    settings = {"cue_bias": bias, "threshold": round(threshold, 3), "recall": RECALL_KEEPS, "weights": [round(w, 6) for w in weights]}
    with open(args.out, "w", encoding="utf-8") as file:
        json.dump(settings, file)
    print(settings, figures(held, found, threshold)[:3])


if __name__ == "__main__":
    main()
