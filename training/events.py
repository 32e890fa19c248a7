"""Events with people's judgement of whether they came about, as windows that teach the encoder certainty beside statements.

FOLDER/{UW,MEANTIME,UDS_IH2}/{train,dev}.jsonl: one sentence a line, `text` as tokens parted by spaces, `targets` with `span1` (token
numbers) and `label` (−3 certainly not … 3 certainly).
"""
import json
import os
import random
from dataclasses import dataclass

import regex

from text import words_of
from windows import Window, windows_of

SETS = ("UW", "MEANTIME", "UDS_IH2")
DRAWN = (2.0, 4.0, 1.0)  # how much oftener a sentence of a set is drawn: news before the web, the smallest set most
TRUST = (1.0, 1.0, 0.6)  # the web's labels are many and noisier
TIGHT_BEFORE = regex.compile(r"^(?:[.,;:!?)\]%]|'\p{L}{1,2}|n't|’\p{L}{1,2})$")
TIGHT_AFTER = {"(", "[", "$", "#", "``"}
QUOTES = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}


@dataclass
class Sentence:
    """A sentence as it would be printed, and its events: (character at which the event's word begins, label)."""

    text: str
    events: list[tuple[int, float]]
    set: int


def sentence_of(row: dict, number: int) -> Sentence:
    """Tokens put together again as a newspaper would print them."""
    tokens, text, places = row["text"].split(" "), "", []
    for i, token in enumerate(tokens):
        tight = i == 0 or TIGHT_BEFORE.match(token) or tokens[i - 1] in TIGHT_AFTER
        text += "" if tight else " "
        places.append(len(text))
        text += QUOTES.get(token, token)
    return Sentence(text, [(places[t["span1"][0]], float(t["label"])) for t in row["targets"] if t["span1"][0] < len(places)], number)


def load_events(folder: str, part: str = "train") -> list[list[Sentence]]:
    """The sentences of each set."""
    read = lambda name: open(os.path.join(folder, name, f"{part}.jsonl"), encoding="utf-8")
    return [[sentence_of(json.loads(line), i) for line in read(name) if line.strip()] for i, name in enumerate(SETS)]


def event_windows(sentences: list[Sentence], pieces) -> list[tuple[Window, list[tuple[int, int, float]]]]:
    """Sentences as the paragraphs of one report: its windows, each with its events (word in the window, set, label)."""
    text, events = "", []
    for sentence in sentences:
        text += "\n\n" if text else ""
        events += [(len(text) + at, sentence.set, label) for at, label in sentence.events]
        text += sentence.text
    words = words_of(text)
    windows = windows_of(words, [pieces(w.text) for w in words])
    rows = [(w, []) for w in windows]
    for at, number, label in events:
        index = next((i for i, w in enumerate(words) if w.start <= at < w.end), None)
        for window, found in rows:
            if index is not None and window.start <= index < window.start + window.count:
                found.append((index - window.start, number, label))
    return rows


def draw(sets: list[list[Sentence]], pieces, rng: random.Random, count: int = 14):
    """About two windows of sentences drawn at random, the rarer sets oftener."""
    chances = [len(s) * often for s, often in zip(sets, DRAWN)]
    drawn = [rng.choice(sets[rng.choices(range(len(sets)), chances)[0]]) for _ in range(count)]
    return [row for row in event_windows(drawn, pieces) if row[1]]
