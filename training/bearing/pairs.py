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
WHOLE = 2  # draws an epoch of each whole story: they are few, and what linking is asked for
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


def full_told(story: dict) -> list[Told]:
    """The appearances of a whole story (`test/stories`) in order of time, copies left out."""
    names = {source["id"]: source["name"] for source in story["sources"]}
    found = []
    for report in sorted(story["reports"], key=lambda report: report["published"]):
        if report.get("copyKind") in ("verbatim", "trimmed"):
            continue
        rows = [(report["text"].find(row["content"]), row, claim["id"]) for claim in story["claims"] for row in claim["appearances"] if row["report"] == report["id"]]
        for at, row, claim in sorted(rows, key=lambda row: row[0]):
            said = Said(names.get(row["source"], ""), re.sub(r"\s+", " ", row["content"]).strip(), before_of(report["text"][:max(at, 0)]))
            found.append(Told(said, claim, row["stance"] == "denies"))
    return found


def full_relations(story: dict) -> tuple[dict, dict]:
    """Relations and outcomes of a whole story, by its claims: what resolves a forecast is the claim whose words those are."""
    relations = {(row["from"], row["to"]): row["type"] for row in story["relations"]}
    outcomes = {}
    for row in story["forecasts"]:
        by = row.get("resolvedBy")
        if not by or row["outcome"] == "pending":
            continue
        for claim in story["claims"]:
            if any(one["report"] == by["report"] and (by["content"] in one["content"] or one["content"] in by["content"]) for one in claim["appearances"]):
                outcomes[(claim["id"], row["claim"])] = row["outcome"]
    return relations, outcomes


def full_pairs(story: dict) -> list[Pair]:
    """The pairs of a whole story."""
    return pairs_of(full_told(story), *full_relations(story))


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
    return pairs_of(told_in(story), relations, outcomes)


def pairs_of(told: list[Told], relations: dict, outcomes: dict) -> list[Pair]:
    """Every pair of statements of which it is known how they bear."""
    found = []
    for at, later in enumerate(told):
        for earlier in told[:at]:
            how = bears(earlier, later, relations, outcomes)
            if how:
                found.append(Pair(earlier.said, later.said, *how))
    return found


class Material:
    """All that was written: what is learned from, and what is held out."""

    def __init__(self, folder: str, files: str = "*.jsonl", whole: list[str] = ()):
        """`whole`: files of whole stories, learned from beside the small ones (an epoch has WHOLE draws of each)."""
        self.kept, held = [], []
        for path in sorted(glob.glob(os.path.join(folder, files))):
            with open(path, encoding="utf-8") as file:
                stories = [json.loads(line) for line in file if line.strip()]
            for number, story in enumerate(stories):
                (held if number % HELD == HELD - 1 else self.kept).append(story)
        self.held = [story_pairs(story) for story in held]
        self.pairs = [story_pairs(story) for story in self.kept]
        self.told = [[one.said for one in told_in(story)] for story in self.kept]
        for path in whole:
            with open(path, encoding="utf-8") as file:
                story = json.load(file)
            self.pairs += [full_pairs(story)] * WHOLE
            self.told += [[one.said for one in full_told(story)]] * WHOLE

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
