"""Statements written for the purpose (`data/`) as pairs of an earlier and a later one, each with how the later one bears on the earlier."""
import glob
import json
import os
import random
from dataclasses import dataclass

LABELS = ["same", "contradicts", "denies", "endorses", "updates", "corrects", "fulfilled", "failed", "near", "apart"]
INDEX = {name: i for i, name in enumerate(LABELS)}
HELD = 10  # every tenth bundle and small story of a file is never learned from

Said = tuple[str, str]  # who says it ("" in the outlet's own voice), and the words

# What a statement that says the same as the claim is to the others of its bundle, and how surely.
KEPT = {"contradicts": 0.8, "denies": 0.8, "near": 0.6, "apart": 0.8, "updates": 0.6, "corrects": 0.5, "fulfilled": 0.8, "failed": 0.8, "endorses": 0.3}
KEPT_SHARE = 0.6  # of those, so many are drawn an epoch
# What the claim is to a statement when it comes after that.
TURNED = {"same": ("same", 1.0), "contradicts": ("contradicts", 0.8), "denies": ("contradicts", 0.6), "near": ("near", 0.8), "apart": ("apart", 0.8), "corrects": ("contradicts", 0.4)}
UNLISTED_SHARE = 0.6  # of a small story's pairs that do not bear, so many are drawn an epoch


@dataclass(frozen=True)
class Pair:
    """`weight`: how sure it is that people would say so."""

    earlier: Said
    later: Said
    label: str
    weight: float = 1.0


def said(row: dict) -> Said:
    return row["who"].strip(), row["says"].strip()


def rows_of(folder: str) -> list[dict]:
    """The lines of every file in a folder, with the file that each stands in."""
    found = []
    for path in sorted(glob.glob(os.path.join(folder, "*.jsonl"))):
        with open(path, encoding="utf-8") as file:
            found += [json.loads(line) | {"file": path} for line in file if line.strip()]
    return found


def split(rows: list[dict]) -> tuple[list[dict], list[dict]]:
    """Those to learn from, and every tenth of each file."""
    kept, held, count = [], [], {}
    for row in rows:
        n = count[row["file"]] = count.get(row["file"], -1) + 1
        (held if n % HELD == HELD - 1 else kept).append(row)
    return kept, held


def written(bundle: dict) -> list[Pair]:
    """The pairs of a bundle that somebody wrote down."""
    return [Pair(said(bundle["claim"]), said(other), other["bears"]) for other in bundle["others"]]


def bundle_pairs(bundle: dict, others: list[dict], rng: random.Random) -> list[Pair]:
    """Those, and those that follow from them; two are with a statement of another bundle."""
    claim, rest = said(bundle["claim"]), [(said(other), other["bears"]) for other in bundle["others"]]
    found = written(bundle)
    for alike, label in rest:
        if label != "same":
            continue
        for other, bears in rest:
            if bears == "same" and other != alike:
                found.append(Pair(alike, other, "same", 0.6))
            elif bears in KEPT and rng.random() < KEPT_SHARE:
                found.append(Pair(alike, other, bears, KEPT[bears]))
    for other, bears in rest:
        if bears in TURNED and rng.random() < 0.5:
            found.append(Pair(other, claim, *TURNED[bears]))
    near = [other for other, bears in rest if bears == "near"]
    against = [other for other, bears in rest if bears in ("contradicts", "denies")]
    for one in near:
        other = rng.choice(near + against)
        if other != one:
            found.append(Pair(one, other, "near", 0.4))
    for _ in range(2 if others else 0):
        found.append(Pair(claim, said(rng.choice(rng.choice(others)["others"])), "apart", 0.5))
    return found


def story_pairs(story: dict, share: float, rng: random.Random) -> list[Pair]:
    """Every pair that is listed, and a share of the others: they do not bear on one another."""
    bears = {(later, earlier): how for later, earlier, how in story["bears"]}
    statements = [said(row) for row in story["statements"]]
    found = []
    for later in range(len(statements)):
        for earlier in range(later):
            how = bears.get((later, earlier))
            if how or share >= 1 or rng.random() < share:
                found.append(Pair(statements[earlier], statements[later], how or "near"))
    return found


class Material:
    """All that was written: what is learned from, and what is held out."""

    def __init__(self, folder: str):
        self.bundles, held_bundles = split(rows_of(os.path.join(folder, "bundles")))
        self.stories, held_stories = split(rows_of(os.path.join(folder, "small-stories")))
        never = random.Random(0)
        self.held = [pair for bundle in held_bundles for pair in written(bundle)] + [pair for story in held_stories for pair in story_pairs(story, 1.0, never)]

    def draw(self, rng: random.Random) -> list[Pair]:
        """An epoch's pairs."""
        found = []
        for bundle in self.bundles:
            found += bundle_pairs(bundle, [other for other in self.bundles if other["file"] == bundle["file"] and other is not bundle], rng)
        for story in self.stories:
            found += story_pairs(story, UNLISTED_SHARE, rng)
        return found
