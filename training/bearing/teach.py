"""Trains the teacher, or from what it thinks the network that is shipped, until a time of day. Killed at any moment, it goes on from its last checkpoint.

    python teach.py teacher --start MODEL_FOLDER --mpnet MPNET_FOLDER --until HH:MM --out RUN
    python teach.py network --start MODEL_FOLDER --go-on-from ../../models/bearing --soft LABELS.pt --until HH:MM --out RUN
"""
import argparse
import json
import os
import random

import torch
import torch.nn.functional as F

from network import Bearing, Pieces, Teacher, load_released, load_start, load_teacher, read
from pairs import INDEX, LABELS, Material, Pair, Said
from train import FAST_HALF, Rate, save  # the reader's (network.py leads there)


NAMED = 0.8  # of the batches so many name who says it
SIZE = 96  # pairs a batch
MEASURED = 10_000  # pairs held out that a run is measured on
SMOOTHING = 0.05
FROZEN = 3  # lowest layers of the teacher that stay as they are
SAVE_EVERY = 100  # steps
HERE = os.path.dirname(os.path.abspath(__file__))


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("which", choices=["teacher", "network"])
    parser.add_argument("--start", required=True, help="the sentence encoder's folder: weights and tokenizer")
    parser.add_argument("--mpnet", help="the folder of all-mpnet-base-v2 (the teacher's beginning)")
    parser.add_argument("--soft", help="what the teacher thinks (label.py)")
    parser.add_argument("--go-on-from", help="the weights of an earlier run (final.pt), as when more was written since, or the folder of a released network")
    parser.add_argument("--data", default=os.path.join(HERE, "stories"), help="the small stories")
    parser.add_argument("--whole", nargs="*", default=[], help="whole stories (test/stories) learned from as well")
    parser.add_argument("--until", required=True, help="HH:MM today: the rate comes down to nothing by then")
    parser.add_argument("--out", required=True)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def groups(network, which: str):
    """Parameter groups: the head fast, higher layers faster than lower ones; embeddings stay."""
    teacher = which == "teacher"
    rate, head, frozen = (4e-5, 5e-4, FROZEN) if teacher else (2e-4, 1e-3, 0)
    network.words.weight.requires_grad_(False)
    last = len(network.layers) - 1
    fast = [p for name, p in network.named_parameters() if name.startswith(("head", "later", "context"))]
    out = [{"params": fast, "peak": head, "lr": 0.0}]
    return out + [{"params": list(layer.parameters()), "peak": rate * 0.9 ** (last - i), "lr": 0.0} for i, layer in enumerate(network.layers) if i >= frozen]


def batches_of(groups: list[list[Pair]], size: int, rng: random.Random) -> list[list[Pair]]:
    """Pairs of a few stories together: what is read of a statement serves all of its pairs."""
    rng.shuffle(groups)
    found = [[]]
    for group in groups:
        rng.shuffle(group)
        if len(found[-1]) + len(group) > size and found[-1]:
            found.append([])
        found[-1] += group
    return [batch[i:i + size] for batch in found for i in range(0, len(batch), size)]


def targets(batch: list[Pair], soft) -> tuple[torch.Tensor, torch.Tensor]:
    """What each pair is to be held for [pairs, labels], and what it weighs: half the teacher's view where people and it have one."""
    target, weight = torch.zeros(len(batch), len(LABELS)), torch.ones(len(batch))
    for i, pair in enumerate(batch):
        view = soft.get((pair.earlier, pair.later)) if soft else None
        marked = torch.full((len(LABELS),), SMOOTHING / len(LABELS) if not soft else 0.0)
        if pair.label:
            marked[INDEX[pair.label]] += 1 - (SMOOTHING if not soft else 0.0)
        target[i] = marked if view is None else view if not pair.label else 0.5 * view + 0.5 * marked
        weight[i] = pair.weight if view is None else 1.0
    return target, weight


def measure(network, pieces, pairs: list[Pair]) -> dict:
    """Accuracy and each label's F1 on pairs, in per cent."""
    network.eval()
    seen = torch.zeros(len(LABELS), len(LABELS))
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=FAST_HALF):
        for at in range(0, len(pairs), 64):
            part = pairs[at:at + 64]
            for pair, found in zip(part, network(*read(pieces, part)).argmax(1).tolist()):
                seen[INDEX[pair.label], found] += 1
    network.train()
    right = seen.diag()
    f1 = (200 * right / (seen.sum(0) + seen.sum(1)).clamp(min=1)).round().int().tolist()
    return {"pairs": len(pairs), "accuracy": round(100 * float(right.sum() / seen.sum().clamp(min=1)), 1), **dict(zip(LABELS, f1))}


def soft_of(path: str | None) -> tuple[dict, list[list[Pair]]]:
    """What the teacher thinks of pairs, and those of which nobody else has said anything."""
    if not path:
        return {}, []
    given = torch.load(path)
    soft = {(Said(*earlier), Said(*later)): scores.float().softmax(0) for earlier, later, scores in given["scores"]}
    return soft, [[Pair(Said(*earlier), Said(*later), "") for earlier, later in group] for group in given["unmarked"]]


def main():
    args = arguments()
    os.makedirs(args.out, exist_ok=True)
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    pieces, material = Pieces(os.path.join(args.start, "tokenizer.json")), Material(args.data, whole=args.whole)
    teacher = args.which == "teacher"
    network = Teacher() if teacher else Bearing()
    load_teacher(network, args.mpnet) if teacher else load_start(network, args.start)
    if args.go_on_from:
        if os.path.isdir(args.go_on_from):
            load_released(network, args.go_on_from)
        else:
            network.load_state_dict(torch.load(args.go_on_from)["average"])
    soft, unmarked = soft_of(args.soft)
    optimizer = torch.optim.AdamW(groups(network, args.which), weight_decay=0.01, fused=True)
    average, step, epoch, scale = {k: v.clone() for k, v in network.state_dict().items()}, 0, 0, None
    path = os.path.join(args.out, "checkpoint.pt")
    if os.path.exists(path):
        state = torch.load(path, weights_only=False)
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        average, step, epoch, scale = state["average"], state["step"], state["epoch"] + 1, state["scale"]
    rate, sums, log = Rate(args.until, 0, scale), [], open(os.path.join(args.out, "log.jsonl"), "a")
    while True:
        rng = random.Random(args.seed * 1000 + epoch)
        for batch in batches_of(material.draw(rng) + unmarked, SIZE, rng):
            scale = rate.at(step)
            if scale == 0.0:
                save(os.path.join(args.out, "final.pt"), average=average)
                network.load_state_dict(average)
                print(json.dumps(measure(network, pieces, material.some_held(MEASURED))))
                return
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * scale
            target, weight = targets(batch, soft)
            with torch.autocast("cpu", torch.bfloat16, enabled=FAST_HALF):
                scores = network(*read(pieces, batch, rng.random() < NAMED))
            loss = (-(target * scores.float().log_softmax(1)).sum(1) * weight).sum() / weight.sum()
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            step += 1
            keep = 0.0 if teacher else min(0.995, (1 + step) / (10 + step))
            with torch.no_grad():
                for name, value in network.state_dict().items():
                    average[name].lerp_(value, 1 - keep)
            sums.append(float(loss.detach()))
            if step % 40 == 0:
                print(json.dumps({"step": step, "epoch": epoch, "loss": round(sum(sums) / len(sums), 3), "scale": round(scale, 3)}), file=log, flush=True)
                sums = []
            if step % SAVE_EVERY == 0:
                save(path, network=network.state_dict(), average=average, optimizer=optimizer.state_dict(), step=step, epoch=epoch, scale=scale)
        epoch += 1


if __name__ == "__main__":
    main()
