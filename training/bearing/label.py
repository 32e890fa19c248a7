"""What the teacher thinks of pairs: all that were written, and statements of PolNeAR's reports beside the likest earlier ones of their report.

    python label.py --start MODEL_FOLDER --weights TEACHER.pt --data POLNEAR_FOLDER --out FILE.pt
"""
import argparse
import json
import os
import random

import torch

from network import Bearing, Pieces, Teacher, load_start, padded, together
from pairs import Pair, Said, bundle_pairs, rows_of, story_pairs
from train import FAST_HALF  # the reader's (network.py leads there)

HERE = os.path.dirname(os.path.abspath(__file__))

REPORTS, STATEMENTS, LIKEST, MOST = 420, 25, 2, 6000  # of PolNeAR: reports, statements of each, earlier ones beside each, pairs
WORDS = range(4, 41)
UNLISTED = 0.15  # of a small story's pairs that do not bear, so many are judged


def written_pairs(folder: str) -> set[tuple[Said, Said]]:
    found = set()
    bundles = rows_of(os.path.join(folder, "bundles"))
    rng = random.Random(0)
    for bundle in bundles:
        others = [other for other in bundles if other["file"] == bundle["file"] and other is not bundle]
        found |= {(pair.earlier, pair.later) for pair in bundle_pairs(bundle, others, rng)}
    for story in rows_of(os.path.join(folder, "small-stories")):
        found |= {(pair.earlier, pair.later) for pair in story_pairs(story, UNLISTED, rng)}
    return found


def statements_of(report: dict) -> list[Said]:
    """A report's statements by place, those of a length worth comparing."""
    units = report["text"].encode("utf-16-le")

    def words(spans) -> str:
        return " ".join(units[a * 2:b * 2].decode("utf-16-le") for a, b in spans).strip()

    claims = [claim for claim in report["annotations"][0]["claims"] if claim.get("content")]
    rows = sorted((claim["content"][0][0], words(claim.get("source") or []), words(claim["content"])) for claim in claims)
    return [(who, says) for _, who, says in rows if len(says.split()) in WORDS][:STATEMENTS]


def likest(encoder: Bearing, pieces: Pieces, statements: list[Said]) -> set[tuple[Said, Said]]:
    """Each statement beside the earlier ones nearest in meaning."""
    ids = padded([pieces(("", says)) for _, says in statements])
    with torch.no_grad():
        states, there = encoder.alone(ids), (ids != 0)[:, :, None].float()
        vectors = torch.nn.functional.normalize((states * there).sum(1) / there.sum(1), dim=1)
    near = vectors @ vectors.T
    return {(statements[j], statements[i]) for i in range(1, len(statements)) for j in near[i, :i].topk(min(LIKEST, i)).indices.tolist()}


def news_pairs(path: str, encoder: Bearing, pieces: Pieces) -> list[tuple[Said, Said]]:
    rng = random.Random(5)
    with open(path, encoding="utf-8") as file:
        lines = file.read().splitlines()
    rng.shuffle(lines)
    groups = [statements_of(json.loads(line)) for line in lines[:REPORTS]]
    found = sorted({pair for group in groups if len(group) >= LIKEST + 2 for pair in likest(encoder, pieces, group)})
    rng.shuffle(found)
    return found[:MOST]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--start", required=True)
    parser.add_argument("--weights", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--written", default=os.path.join(HERE, "data"))
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    pieces, encoder, teacher = Pieces(os.path.join(args.start, "tokenizer.json")), Bearing(0.0), Teacher()
    load_start(encoder, args.start)
    teacher.load_state_dict(torch.load(args.weights)["average"])
    teacher.eval()
    pairs = sorted(written_pairs(args.written)) + news_pairs(os.path.join(args.data, "train.jsonl"), encoder, pieces)
    order = sorted(range(len(pairs)), key=lambda i: len(pairs[i][0][1]) + len(pairs[i][1][1]))
    scores = torch.zeros(len(pairs), teacher.head[-1].out_features)
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16, enabled=FAST_HALF):
        for at in range(0, len(order), 64):
            part = order[at:at + 64]
            scores[part] = teacher(*together(pieces, [Pair(*pairs[i], "") for i in part])).float()
            if at // 64 % 50 == 0:
                print(f"{at} of {len(order)} pairs", flush=True)
    torch.save({"pairs": pairs, "scores": scores.half()}, args.out)


if __name__ == "__main__":
    main()
