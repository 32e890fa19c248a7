"""What the teacher thinks of pairs: those that were written, and statements of PolNeAR's reports beside the likest earlier ones of their report.

    python label.py --start MODEL_FOLDER --weights TEACHER.pt --data POLNEAR_FOLDER --out FILE.pt
"""
import argparse
import json
import os
import random

import torch

from network import SEPARATOR, Bearing, Pieces, Teacher, load_start, padded, read
from pairs import Material, Pair, Said, before_of
from train import FAST_HALF  # the reader's (network.py leads there)

HERE = os.path.dirname(os.path.abspath(__file__))

REPORTS, STATEMENTS, LIKEST = 420, 25, 2  # of PolNeAR: reports, statements of each, earlier ones beside each
WORDS = range(4, 41)
UNRELATED_SHARE = 0.12  # of a small story's pairs that do not bear, so many are judged


def statements_of(report: dict) -> list[Said]:
    """A report's statements by place, those of a length worth comparing."""
    units = report["text"].encode("utf-16-le")

    def words(spans) -> str:
        return " ".join(units[a * 2:b * 2].decode("utf-16-le") for a, b in spans).strip()

    claims = [claim for claim in report["annotations"][0]["claims"] if claim.get("content")]
    rows = sorted(claims, key=lambda claim: claim["content"][0][0])
    found = [Said(words(claim.get("source") or []), words(claim["content"]), before_of(words([[0, claim["content"][0][0]]]))) for claim in rows]
    return [said for said in found if len(said.says.split()) in WORDS][:STATEMENTS]


def likest(encoder: Bearing, pieces: Pieces, statements: list[Said]) -> set[tuple[Said, Said]]:
    """Each statement beside the earlier ones nearest in meaning."""
    ids = padded([pieces.own(said, False) for said in statements])
    with torch.no_grad():
        states, there = encoder.alone(ids, padded([[SEPARATOR] for _ in statements])), (ids != 0)[:, :, None].float()
        vectors = torch.nn.functional.normalize((states * there).sum(1) / there.sum(1), dim=1)
    near = vectors @ vectors.T
    return {(statements[j], statements[i]) for i in range(1, len(statements)) for j in near[i, :i].topk(min(LIKEST, i)).indices.tolist()}


def news_pairs(path: str, encoder: Bearing, pieces: Pieces) -> list[list[Pair]]:
    rng = random.Random(5)
    with open(path, encoding="utf-8") as file:
        lines = file.read().splitlines()
    rng.shuffle(lines)
    groups = [statements_of(json.loads(line)) for line in lines[:REPORTS]]
    return [[Pair(*key, "") for key in sorted(likest(encoder, pieces, group))] for group in groups if len(group) >= LIKEST + 2]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--start", required=True)
    parser.add_argument("--weights", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--written", default=os.path.join(HERE, "stories"))
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    pieces, encoder, teacher = Pieces(os.path.join(args.start, "tokenizer.json")), Bearing(0.0), Teacher()
    load_start(encoder, args.start)
    teacher.load_state_dict(torch.load(args.weights)["average"])
    teacher.eval()
    rng = random.Random(0)
    marked = [[pair for pair in pairs if pair.label != "near" or rng.random() < UNRELATED_SHARE] for pairs in Material(args.written).pairs]
    unmarked = news_pairs(os.path.join(args.data, "train.jsonl"), encoder, pieces)
    found = {}
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16, enabled=FAST_HALF):
        for number, group in enumerate(marked + unmarked):
            for at in range(0, len(group), 128):
                part = group[at:at + 128]
                for pair, scores in zip(part, teacher(*read(pieces, part)).half()):
                    found[pair.earlier, pair.later] = scores
            if number % 50 == 0:
                print(f"{number} of {len(marked) + len(unmarked)} stories and reports", flush=True)
    torch.save({"scores": [(tuple(a), tuple(b), scores) for (a, b), scores in found.items()],
                "unmarked": [[(tuple(pair.earlier), tuple(pair.later)) for pair in group] for group in unmarked]}, args.out)


if __name__ == "__main__":
    main()
