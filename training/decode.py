"""The networks' scores to claims. `src/reader/said/neural/` is its twin: keep them alike."""
import math
from dataclasses import dataclass, field, replace

import numpy as np

from data import Report, distances
from windows import Window, scope_of

B_CUE, I_CUE = 3, 4
NEVER = -1e4


@dataclass
class Settings:
    """What is tuned on held-out reports."""

    cue_bias: float = 0.5
    threshold: float = 0.0
    recall: float = 0.0
    weights: list[float] = field(default_factory=list)  # logistic regression over `features`, the constant last


@dataclass
class Found:
    """One claim: runs of words of the report, and what speaks for it."""

    cue: tuple[int, int]
    source: list[tuple[int, int]]
    content: list[tuple[int, int]]
    features: list[float]
    confidence: float = 1.0


def log_softmax(scores: np.ndarray) -> np.ndarray:
    """Over the last axis."""
    top = scores.max(-1, keepdims=True)
    return scores - top - np.log(np.exp(scores - top).sum(-1, keepdims=True))


def viterbi(scores: np.ndarray, move: np.ndarray, begin: np.ndarray, finish: np.ndarray) -> list[int]:
    """The best path."""
    best, back = begin + scores[0], []
    for row in scores[1:]:
        all_ways = best[:, None] + move
        back.append(all_ways.argmax(0))
        best = all_ways.max(0) + row
    path = [int((best + finish).argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return path[::-1]


def tag_moves() -> tuple[np.ndarray, np.ndarray]:
    """Which tag may follow which, and begin."""
    move, begin = np.zeros((7, 7)), np.zeros(7)
    for b in (2, 4, 6):
        begin[b] = NEVER
        for a in range(7):
            if a not in (b - 1, b):
                move[a, b] = NEVER
    return move, begin


TAG_MOVE, TAG_BEGIN = tag_moves()


def cues_of(tags: np.ndarray, bias: float) -> list[tuple[int, int]]:
    """Runs of words that are a cue on the best path, cue tags being favoured by `bias`."""
    scores = log_softmax(tags)
    scores[:, B_CUE:I_CUE + 1] += bias
    path = viterbi(scores, TAG_MOVE, TAG_BEGIN, np.zeros(7))
    runs, start = [], -1
    for i, tag in enumerate([*path, 0]):
        if start >= 0 and tag != I_CUE:
            runs.append((start, i))
            start = -1
        if tag == B_CUE:
            start = i
    return runs


def marginals(scores: np.ndarray, move: np.ndarray, begin: np.ndarray, finish: np.ndarray) -> tuple[np.ndarray, float]:
    """Each word's chance of each role, and the log of the sum over all paths."""
    n = len(scores)
    forward, backward = np.zeros_like(scores), np.zeros_like(scores)
    forward[0] = begin + scores[0]
    for i in range(1, n):
        forward[i] = np.logaddexp.reduce(forward[i - 1][:, None] + move, 0) + scores[i]
    backward[-1] = finish
    for i in range(n - 2, -1, -1):
        backward[i] = np.logaddexp.reduce(move + (scores[i + 1] + backward[i + 1])[None], 1)
    total = np.logaddexp.reduce(forward[-1] + finish)
    return np.exp(forward + backward - total), float(total)


def path_score(path: list[int], scores, move, begin, finish) -> float:
    """The score of one path."""
    value = begin[path[0]] + finish[path[-1]] + sum(scores[i][p] for i, p in enumerate(path))
    return float(value + sum(move[a, b] for a, b in zip(path, path[1:])))


def runs_of(path: list[int], role: int) -> list[tuple[int, int]]:
    """Runs of a role (its B- number); neighbours that touch are one."""
    runs: list[tuple[int, int]] = []
    for i, p in enumerate(path):
        if p in (role, role + 1):
            if runs and runs[-1][1] == i:
                runs[-1] = (runs[-1][0], i + 1)
            else:
                runs.append((i, i + 1))
    return runs


def mean_log(values) -> float:
    """The mean of the logs, bounded."""
    return float(np.mean(np.log(np.maximum(values, 1e-6))))


def claim_of(start: int, cue: tuple[int, int], cue_chance: np.ndarray, roles: np.ndarray, real: float, chain) -> Found | None:
    """One cue's best source and content. `start` is the scope's first word; None where no content is found."""
    path = viterbi(roles, *chain)
    chances, total = marginals(roles, *chain)
    contents, sources = runs_of(path, 3), runs_of(path, 1)
    if not contents:
        return None
    of_source = chances[:, 1] + chances[:, 2]
    of_content = chances[:, 3] + chances[:, 4]
    if len(sources) > 1:
        sources = [max(sources, key=lambda r: (of_source[r[0]:r[1]].mean(), -abs(r[0] + start - cue[0])))]
    inside = np.concatenate([of_content[a:b] for a, b in contents])
    sure_source = mean_log(of_source[sources[0][0]:sources[0][1]]) if sources else mean_log(1 - of_source.max(keepdims=True))
    features = [mean_log(cue_chance), real, mean_log(inside), path_score(path, roles, *chain) - total, sure_source, math.log(len(inside)), float(bool(sources))]
    shift = lambda runs: [(a + start, b + start) for a, b in runs]
    return Found(cue, shift(sources), shift(contents), features)


def confidence(features: list[float], weights: list[float]) -> float:
    """Calibrated chance that the claim is right."""
    if not weights:
        return 1.0 / (1.0 + math.exp(-features[1]))
    return 1.0 / (1.0 + math.exp(-(sum(w * f for w, f in zip(weights, features)) + weights[-1])))


def words_in(runs: list[tuple[int, int]]) -> set[int]:
    """The words of some runs."""
    return {i for a, b in runs for i in range(a, b)}


def nested(inner: Found, inner_words: set[int], outer_words: set[int]) -> bool:
    """Whether a claim stands, cue and content, in another's content."""
    return inner_words <= outer_words and all(i in outer_words for i in range(*inner.cue))


def settle(found: list[Found], threshold: float) -> list[Found]:
    """Surest first; words that a surer claim holds are taken from a later one's content, unless one is nested in the other."""
    kept: list[tuple[Found, set[int]]] = []
    for claim in sorted(found, key=lambda c: (-c.confidence, c.cue)):
        if claim.confidence < threshold:
            continue
        words = words_in(claim.content)
        for other, theirs in kept:
            if not nested(claim, words, theirs) and not nested(other, theirs, words):
                words = words - theirs
        if not words:
            continue
        runs: list[tuple[int, int]] = []
        for i in sorted(words):
            if runs and runs[-1][1] == i:
                runs[-1] = (runs[-1][0], i + 1)
            else:
                runs.append((i, i + 1))
        kept.append((replace(claim, content=runs), words))
    return sorted((claim for claim, _ in kept), key=lambda c: c.cue)


def outermost(claims: list[Found]) -> list[Found]:
    """Claims that stand in no other's content."""
    words = [words_in(c.content) for c in claims]
    return [c for i, c in enumerate(claims) if not any(i != j and nested(c, words[i], words[j]) for j in range(len(claims)))]


def scope_in(report: Report, window: Window, cue: tuple[int, int]) -> tuple[int, int]:
    """A cue's scope, at most 256 words around it."""
    start, end = scope_of(report.words, window, cue[0])
    end = max(end, cue[1])
    if end - start > 256:
        start = max(start, min(cue[0] - 128, end - 256))
        end = min(end, start + 256)
    return start, end


def places_of(start: int, end: int, cue: tuple[int, int]) -> list[int]:
    """Distance buckets of a scope."""
    return distances(start, end, cue)
