"""PolNeAR's reports as words, pieces and marked claims; batches for training."""
import json
import random
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer

from model import DISTANCES, ROLES, TAGS
from text import CASES, Word, words_of
from windows import WINDOW, Window, scope_of, windows_of

HELD_OUT = 21  # every 21st report of train is kept for thresholds and calibration
ROLE_NAMES = ("source", "cue", "content")


@dataclass
class Report:
    """A report, its words' pieces, and the claims of each annotator as runs of words."""

    id: str
    text: str
    words: list[Word]
    pieces: list[list[int]]
    readings: list[list[dict]]
    marked: bool = True  # whether people marked it; else only the teacher did


class Pieces:
    """Word by word through the tokenizer, remembering what it has seen."""

    def __init__(self, path: str):
        self.tokenizer = Tokenizer.from_file(path)
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.unknown = self.tokenizer.token_to_id("[UNK]")
        self.seen: dict[str, list[int]] = {}

    def __call__(self, word: str) -> list[int]:
        if word not in self.seen:
            self.seen[word] = (self.tokenizer.encode(word, add_special_tokens=False).ids or [self.unknown])[:32]
        return self.seen[word]


def runs_of(spans, words: list[Word]) -> list[tuple[int, int]]:
    """Spans of characters as runs of words: a word belongs where at least half of it lies inside."""
    runs = []
    for start, end in spans or []:
        inside = [i for i, w in enumerate(words) if min(w.end, end) - max(w.start, start) >= (w.end - w.start) / 2]
        if inside:
            runs.append((inside[0], inside[-1] + 1))
    return runs


def load(path: str, pieces: Pieces) -> list[Report]:
    """All reports of a PolNeAR file. Offsets there are UTF-16 code units; here, code points."""
    reports = []
    for line in open(path, encoding="utf-8"):
        row = json.loads(line)
        text = row["text"]
        points, unit = {}, 0
        for i, character in enumerate(text):
            points[unit] = i
            unit += 2 if ord(character) > 0xFFFF else 1
        points[unit] = len(text)
        words = words_of(text)
        readings = []
        for annotation in row.get("annotations") or [{"claims": row["claims"]}]:
            claims = [{role: runs_of([[points[a], points[b]] for a, b in claim.get(role) or []], words) for role in ROLE_NAMES} for claim in annotation["claims"]]
            readings.append([claim for claim in claims if claim["cue"]])
        reports.append(Report(row["id"], text, words, [pieces(w.text) for w in words], readings))
    return reports


def split(reports: list[Report]) -> tuple[list[Report], list[Report]]:
    """Reports to learn from, and those held out."""
    return [r for i, r in enumerate(reports) if i % HELD_OUT], [r for i, r in enumerate(reports) if i % HELD_OUT == 0]


def bucket(step: int) -> int:
    """The number of a distance's bucket: 1 in the cue, then before it, then after."""
    if step == 0:
        return 1
    size = sum(abs(step) >= bound for bound in DISTANCES) - 1
    return (2 if step < 0 else 2 + len(DISTANCES) + 1) + size


def distances(start: int, end: int, cue: tuple[int, int]) -> list[int]:
    """Each word's distance bucket from the cue."""
    return [bucket(min(0, i - cue[0]) if i < cue[1] else i - cue[1] + 1) if not cue[0] <= i < cue[1] else 1 for i in range(start, end)]


def tags_of(claims: list[dict], count: int) -> list[int]:
    """One tag a word over a whole report."""
    tags = [0] * count
    for claim in claims:
        for role in ROLE_NAMES:
            for start, end in claim[role]:
                tags[start] = TAGS.index(f"B-{role}")
                tags[start + 1:end] = [TAGS.index(f"I-{role}")] * (end - start - 1)
    return tags


def roles_of(claim: dict, start: int, end: int) -> list[int]:
    """One role a word for one cue's scope."""
    roles = [0] * (end - start)
    for role in ("source", "content"):
        for a, b in claim[role]:
            a, b = max(a, start), min(b, end)
            if a < b:
                roles[a - start] = ROLES.index(f"B-{role}")
                roles[a - start + 1:b - start] = [ROLES.index(f"I-{role}")] * (b - a - 1)
    return roles


def flatten_case(window: Window, shout: bool) -> None:
    """Takes a window's capitals away, so that the encoder does not lean on them alone."""
    letters = {CASES[k] for k in ("lower", "title", "upper", "mixed", "initial")}
    window.cases = [(CASES["upper"] if shout else CASES["lower"]) if c in letters else c for c in window.cases]


def samples(reports: list[Report], rng: random.Random | None) -> list[tuple[Report, int, Window]]:
    """(report, which annotator's reading, window). With `rng`: packing shifted, an annotator drawn, capitals sometimes lost."""
    rows = []
    for report in reports:
        reading = rng.randrange(len(report.readings)) if rng else 0
        for window in windows_of(report.words, report.pieces, rng.randint(80, WINDOW) if rng else WINDOW):
            if rng and rng.random() < 0.05:
                flatten_case(window, rng.random() < 0.4)
            rows.append((report, reading, window))
    return rows


def padded(rows: list[list[int]], fill: int = 0) -> torch.Tensor:
    """Rows of unequal length as one tensor."""
    width = max(1, max(len(r) for r in rows))
    return torch.tensor([r + [fill] * (width - len(r)) for r in rows], dtype=torch.long)


def inputs(windows: list[Window]):
    """What the encoder takes."""
    return tuple(padded([getattr(w, name) for w in windows]) for name in ("ids", "cases", "quoted", "firsts"))
