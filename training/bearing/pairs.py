"""Small stories written for the purpose (`stories/`), as pairs of an earlier and a later statement, each with how the later one bears on the earlier."""
import glob
import json
import os
import random
import re
from dataclasses import dataclass
from typing import NamedTuple

LABELS = ["same", "contradicts", "denies", "endorses", "updates", "corrects", "fulfilled", "failed", "near", "apart"]
INDEX = {name: i for i, name in enumerate(LABELS)}
HELD = 4  # the last of every four stories of a file is never learned from: linking is fitted on those

# How an earlier claim, told once more, bears on a later one that was told before: "the mayor counts 40" after "there were 60, not 40".
TURNED = {"contradicts": ("contradicts", 0.8), "denies": ("contradicts", 0.6), "corrects": ("contradicts", 0.4)}
UNRELATED_SHARE = 0.35  # of a story's pairs that do not bear, so many are drawn an epoch
STRANGERS = 5  # pairs an epoch of a story's statements with another story's
BEFORE = 160  # characters before the words that are read with them; twin of `src/linking/bearing/bearing.ts`


class Said(NamedTuple):
    """Who says it ("" in the outlet's own voice), the words, and what stands before them in the report."""

    who: str
    says: str
    before: str


@dataclass(frozen=True)
class Pair:
    """`weight`: how sure it is that people would say so."""

    earlier: Said
    later: Said
    label: str
    weight: float = 1.0


@dataclass(frozen=True)
class Told:
    said: Said
    claim: str
    denies: bool


def before_of(text: str) -> str:
    """The last words of what stands before a statement."""
    text = re.sub(r"\s+", " ", text).strip()
    return text if len(text) <= BEFORE else text[-BEFORE:].split(" ", 1)[-1]


def told_in(story: dict) -> list[Told]:
    """A story's statements in order of time."""
    found = []
    for report in story["reports"]:
        text = ""
        for claim, who, sentence in report["text"]:
            if claim:
                lead, says = sentence.split("[", 1)
                said = Said(who.strip(), says.split("]", 1)[0].strip(), before_of(f"{text} {lead}"))
                found.append(Told(said, claim.removeprefix("-"), claim.startswith("-")))
            text = f"{text} {sentence.replace('[', '').replace(']', '')}"
    return found


def bears(earlier: Told, later: Told, relations: dict, outcomes: dict) -> tuple[str, float] | None:
    """How a later statement bears on an earlier one, and how sure that is; None where the story does not tell."""
    if earlier.claim == later.claim:
        if earlier.denies == later.denies:
            return "same", 1.0
        return ("denies", 1.0) if later.denies else ("contradicts", 0.6)
    outcome = outcomes.get((later.claim, earlier.claim))
    kind, turned = relations.get((later.claim, earlier.claim)), relations.get((earlier.claim, later.claim))
    if (outcome or kind or turned) and (earlier.denies or later.denies):
        return None
    if outcome or kind:
        return outcome or kind, 1.0
    return TURNED.get(turned) if turned else ("near", 1.0)


def story_pairs(story: dict) -> list[Pair]:
    """Every pair of a story's statements of which the story tells how they bear."""
    relations = {(later, earlier): kind for later, earlier, kind in story.get("relations", [])}
    outcomes = {(row["by"], row["claim"]): row["outcome"] for row in story.get("forecasts", []) if row["outcome"] != "pending"}
    told, found = told_in(story), []
    for at, later in enumerate(told):
        for earlier in told[:at]:
            how = bears(earlier, later, relations, outcomes)
            if how:
                found.append(Pair(earlier.said, later.said, *how))
    return found


class Material:
    """All that was written: what is learned from, and what is held out."""

    def __init__(self, folder: str, files: str = "*.jsonl"):
        self.kept, held = [], []
        for path in sorted(glob.glob(os.path.join(folder, files))):
            with open(path, encoding="utf-8") as file:
                stories = [json.loads(line) for line in file if line.strip()]
            for number, story in enumerate(stories):
                (held if number % HELD == HELD - 1 else self.kept).append(story)
        self.held = [story_pairs(story) for story in held]
        self.pairs = [story_pairs(story) for story in self.kept]
        self.told = [[one.said for one in told_in(story)] for story in self.kept]

    def some_held(self, most: int) -> list[Pair]:
        """All pairs of some of the stories held out: of every so many one, so that there are about `most` pairs."""
        every = max(1, sum(map(len, self.held)) // most)
        return [pair for pairs in self.held[::every] for pair in pairs]

    def strangers(self, rng: random.Random, own: list[Said]) -> list[Pair]:
        """Statements of a story before statements of others."""
        return [Pair(rng.choice(rng.choice(self.told)), rng.choice(own), "apart", 0.5) for _ in range(STRANGERS)]

    def draw(self, rng: random.Random, share: float = UNRELATED_SHARE) -> list[list[Pair]]:
        """An epoch's pairs, story by story."""
        return [[pair for pair in pairs if pair.label != "near" or rng.random() < share] + self.strangers(rng, own) for pairs, own in zip(self.pairs, self.told)]
