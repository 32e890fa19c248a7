"""Scores copies.ts's cases: ours, datasketch's MinHash, trafilatura's simhash. See copies.ts for how to run it."""

import json
import re
import sys

from datasketch import MinHash
from trafilatura.deduplication import Simhash

WORDS = 5


def shingles(text):
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[i : i + WORDS]) for i in range(len(words) - WORDS + 1)}


def jaccard(a, b):
    pair = []
    for text in (a, b):
        minhash = MinHash(num_perm=128, seed=1)
        for shingle in shingles(text):
            minhash.update(shingle.encode())
        pair.append(minhash)
    return pair[0].jaccard(pair[1])


def simhash(a, b):
    return Simhash(a).similarity(Simhash(b))


def main(path):
    cases = json.load(open(path))["cases"]
    scores = {
        "MinHash, Jaccard >= 0.5": [jaccard(c["a"], c["b"]) >= 0.5 for c in cases],
        "MinHash, best threshold": None,
        "simhash, best threshold": None,
        "ours": [c["ours"] for c in cases],
    }
    for name, measure in (("MinHash, best threshold", jaccard), ("simhash, best threshold", simhash)):
        values = [measure(c["a"], c["b"]) for c in cases]
        best = max((t / 100 for t in range(2, 101)), key=lambda t: sum((v >= t) == c["copy"] for v, c in zip(values, cases)))
        scores[name] = [v >= best for v in values]
        print(f"{name}: {best:.2f}")
    print("recall at 100 / 60 / 30 / 10 % kept, and pairs of no copy held to be one")
    for name, said in scores.items():
        at = []
        for kept in (100, 60, 30, 10):
            rows = [s for s, c in zip(said, cases) if c["copy"] and c["kept"] == kept]
            at.append(f"{100 * sum(rows) / len(rows):.0f}")
        wrong = [s for s, c in zip(said, cases) if not c["copy"]]
        print(f"{name:26} {' / '.join(at):22} {100 * sum(wrong) / len(wrong):.1f} %")


main(sys.argv[1])
