"""Trains the reader. Killed at any moment, it goes on from its last checkpoint when started again.

    python train.py --data POLNEAR_FOLDER --start MODEL_FOLDER --out RUN_FOLDER [--epochs N] [--go-on-from RELEASED_FOLDER]
"""
import argparse
import json
import math
import os
import random
import time

import torch
import torch.nn.functional as F

from data import Pieces, distances, inputs, load, padded, roles_of, samples, split, tags_of
from events import TRUST, draw as draw_events, load_events
from model import Reader, load_start
from restore import restore
from rows import expected, false_cues, marked_cues, tag_targets, unmarked_cues
from teacher import Teacher, load_teacher

BATCH = 12
FAST_HALF = torch.cpu._is_avx512_bf16_supported()  # elsewhere bfloat16 is several times slower than float32
AVERAGE_EVERY = 4  # steps
CERTAINTY_SHARE = 0.3


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--start", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--save-every", type=int, default=100)
    parser.add_argument("--freeze-words", action="store_true", help="leave the piece embeddings as they are: a tenth less time a step")
    parser.add_argument("--until", help="HH:MM today: bring the rate down to nothing by then instead of by the last epoch, and stop")
    parser.add_argument("--go-on-from", help="begin with the weights of a released reader (its folder) instead of the sentence encoder's")
    parser.add_argument("--certainty", help="a folder of events with people's judgements (events.py): teach the encoder certainty as well")
    parser.add_argument("--teacher", help="train the teacher (teacher.py) instead, from this folder of all-mpnet-base-v2")
    parser.add_argument("--freeze-layers", type=int, default=0, help="leave so many of the lowest layers, and the embeddings of pieces and places, as they are")
    parser.add_argument("--soft", nargs="*", default=[], help="files of what the teacher thinks (soft.py): learn from it as well as from the annotators")
    parser.add_argument("--more", nargs="*", default=[], help="files of other reports with marked claims, in PolNeAR's form (said.py): learn from them as well")
    parser.add_argument("--all", action="store_true", help="learn from the held-out reports as well")
    return parser.parse_args()


def second_loss(reader, words, tags, rows):
    """Loss of the second network over rows of a batch: (window in batch, its first word, row)."""
    where = padded([[b * words.shape[1] + i - first for i in range(row.start, row.end)] for b, first, row in rows])
    places = padded([distances(row.start, row.end, row.cue) for _, _, row in rows])
    present = places != 0
    targets, moves = expected([row for *_, row in rows], where.shape[1])
    real, weight = (torch.tensor([getattr(row, name) for *_, row in rows]) for name in ("real", "weight"))
    with torch.autocast("cpu", torch.bfloat16, enabled=FAST_HALF):
        roles, sure = reader.second(words.reshape(-1, words.shape[2])[where], tags.reshape(-1, tags.shape[2])[where], places)
    chain = (reader.chain.loss(roles.float(), targets, moves, present) * weight).sum() / weight.sum().clamp(min=1.0)
    return chain, F.binary_cross_entropy_with_logits(sure.float(), real)


def batch_loss(reader, batch, rng, soft):
    """The three losses of a batch of windows. `soft`: what the teacher thinks, report by report, or nothing."""
    windows = [w for _, _, w in batch]
    with torch.autocast("cpu", torch.bfloat16, enabled=FAST_HALF):
        tags, words, _ = reader.encoder(*inputs(windows))
    tags = tags.float()
    targets, present = tag_targets(batch, soft, tags.shape)
    tagging = -((targets * tags.log_softmax(2)).sum(2) * present).sum() / present.sum()
    chances = tags.detach().softmax(2)
    cue_scores = (chances[:, :, 3] + chances[:, :, 4]).tolist()
    rows = []
    for b, (report, reading, window) in enumerate(batch):
        taught = soft.get(report.id)
        found = marked_cues(report, report.readings[reading], window, taught, rng)
        if taught:
            found += unmarked_cues(report, window, taught, rng)
        if not taught or report.marked:
            found += false_cues(report, window, cue_scores[b], found, rng)
        rows += [(b, window.start, row) for row in found]
    if not rows:
        return tagging, tagging * 0, tagging * 0
    rows.sort(key=lambda r: r[2].end - r[2].start)
    half = len(rows) // 2 if len(rows) > 8 else 0
    chain = real = 0.0
    for part in (rows[:half], rows[half:]):
        if part:
            c, s = second_loss(reader, words, chances, part)
            chain, real = chain + c * len(part) / len(rows), real + s * len(part) / len(rows)
    return tagging, chain, real


def certainty_loss(reader, rows):
    """How far the encoder is from people's judgements of events. `rows`: windows with their events, as `events.draw` gives them."""
    with torch.autocast("cpu", torch.bfloat16, enabled=FAST_HALF):
        *_, told = reader.encoder(*inputs([window for window, _ in rows]))
    where = [(b, word, number, label) for b, (_, events) in enumerate(rows) for word, number, label in events]
    window, word, number, label = (torch.tensor(column) for column in zip(*where))
    losses = F.huber_loss(told.float()[window, word, number], label, reduction="none", delta=2.0)
    return (losses * torch.tensor(TRUST)[number]).mean()


def groups(reader, rate, head_rate):
    """Parameter groups: lower layers learn more slowly; new parts faster; no decay on biases and norms."""
    out, layers = {}, len(reader.encoder.layers)
    for name, parameter in reader.named_parameters():
        if not parameter.requires_grad:
            continue
        if name.startswith("encoder.layers."):
            lr = rate * 0.9 ** (layers - 1 - int(name.split(".")[2]))
        elif name.startswith(("encoder.words", "encoder.positions", "encoder.kind", "encoder.norm", "encoder.nearness")):
            lr = rate * 0.9 ** layers
        else:
            lr = head_rate
        decay = 0.01 if parameter.dim() > 1 else 0.0
        out.setdefault((lr, decay), []).append(parameter)
    return [{"params": p, "lr": lr, "peak": lr, "weight_decay": decay} for (lr, decay), p in out.items()]


def blend(average, reader, step):
    """Moves the running average of the weights towards the present ones. Its memory is about 250 steps."""
    keep = min(0.996, (1 + step) / (10 + step)) ** AVERAGE_EVERY
    with torch.no_grad():
        for name, value in reader.state_dict().items():
            average[name].lerp_(value, 1 - keep)


def freeze(reader, words: bool, layers: int) -> None:
    """Leaves the piece embeddings, or with `layers` those, the places and the lowest layers, as they are."""
    encoder = reader.encoder
    encoder.words.weight.requires_grad_(not (words or layers))
    encoder.positions.weight.requires_grad_(not layers)
    for layer in encoder.layers[:layers]:
        layer.requires_grad_(False)


class Rate:
    """The learning rate's share of its peak: up over the first steps, then straight down, by steps or, with `until`, by the clock.

    A run that goes on by the clock after a stop begins where it was (`scale`) and comes down from there.
    """

    WARM = 200

    def __init__(self, until: str | None, total: int, scale: float | None):
        self.total, self.began, self.end = total, time.time(), None
        self.peak = 1.0 if scale is None else scale
        if until:
            hour, minute = until.split(":")
            now = time.localtime()
            self.end = time.mktime((*now[:3], int(hour), int(minute), 0, *now[6:]))

    def at(self, step: int) -> float:
        """The share at a step; 0 once time is up."""
        warm = min(1.0, (step + 1) / self.WARM)
        if self.end is None:
            return warm * (0.02 + 0.98 * (1.0 - min(1.0, step / self.total)))
        return min(warm, self.peak) * max(0.0, (self.end - time.time()) / (self.end - self.began))


def save(path, **state):
    """Writes a checkpoint beside the old one and swaps it in, so that a kill leaves one of them whole."""
    torch.save(state, path + ".new")
    os.replace(path + ".new", path)


def main():
    args = arguments()
    os.makedirs(args.out, exist_ok=True)
    torch.set_num_threads(args.threads)
    pieces = Pieces(os.path.join(args.start, "tokenizer.json"))
    everything = load(os.path.join(args.data, "train.jsonl"), pieces)
    reports = everything if args.all else split(everything)[0]
    reports = reports + [report for path in args.more for report in load(path, pieces)]
    soft = {}
    for path in args.soft:
        given = torch.load(path, weights_only=False)
        soft |= given["soft"]
        reports += given["texts"]
    events = load_events(args.certainty) if args.certainty else None
    torch.manual_seed(args.seed)
    reader = Teacher() if args.teacher else Reader()
    if args.teacher:
        load_teacher(reader, args.teacher)
    elif args.go_on_from:
        restore(reader, args.go_on_from)
    else:
        load_start(reader, os.path.join(args.start, "model.safetensors"))
    freeze(reader, args.freeze_words, args.freeze_layers)
    average = {k: v.clone() for k, v in reader.state_dict().items()}
    optimizer = torch.optim.AdamW(groups(reader, args.rate, args.head_rate), betas=(0.9, 0.99), fused=True)
    path, step, epoch = os.path.join(args.out, "checkpoint.pt"), 0, 0
    done_in_epoch, scale = 0, None
    if os.path.exists(path):
        state = torch.load(path, weights_only=False)
        reader.load_state_dict(state["reader"])
        average = state["average"]
        optimizer.load_state_dict(state["optimizer"])
        for group in optimizer.param_groups:
            group["fused"] = True
        step, epoch, done_in_epoch = state["step"], state["epoch"], state["done_in_epoch"]
        torch.set_rng_state(state["torch_rng"])
        scale = state.get("scale")
    log = open(os.path.join(args.out, "log.jsonl"), "a")
    per_epoch = len(samples(reports, random.Random(args.seed))) // BATCH
    total, began, began_step = per_epoch * args.epochs, time.time(), step
    rate = Rate(args.until, total, scale)
    reader.train()
    sums = [0.0] * 4
    while epoch < args.epochs:
        rng = random.Random(args.seed * 1000 + epoch)
        rows = samples(reports, rng)
        rng.shuffle(rows)
        blocks = [sorted(rows[i:i + BATCH * 30], key=lambda r: len(r[2].ids)) for i in range(0, len(rows), BATCH * 30)]
        batches = [block[i:i + BATCH] for block in blocks for i in range(0, len(block), BATCH)]
        rng.shuffle(batches)
        for number in range(done_in_epoch, len(batches)):
            draw = random.Random((args.seed, epoch, number).__repr__())
            scale = rate.at(step)
            if scale == 0.0:
                save(os.path.join(args.out, "final.pt"), average=average, epoch=epoch)
                return
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * scale
            tagging, chain, real = batch_loss(reader, batches[number], draw, soft)
            sure = certainty_loss(reader, draw_events(events, pieces, random.Random((args.seed, "events", step).__repr__()))) if events else tagging.detach() * 0
            optimizer.zero_grad(set_to_none=True)
            (tagging * 4.0 + chain * 0.3 + real * 0.5 + sure * CERTAINTY_SHARE).backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 2.0)
            optimizer.step()
            step += 1
            if step % AVERAGE_EVERY == 0:
                blend(average, reader, step)
            for i, part in enumerate((tagging, chain, real, sure)):
                sums[i] += float(part.detach())
            if step % 20 == 0:
                pace = (time.time() - began) / (step - began_step)
                left = (total - step) * pace
                row = {"step": step, "of": total, "epoch": round(epoch + number / len(batches), 2), "tag": sums[0] / 20, "chain": sums[1] / 20, "real": sums[2] / 20, "certainty": sums[3] / 20,
                       "scale": round(scale, 3), "seconds_a_step": round(pace, 2), "minutes_left": round(left / 60, 1)}
                print(json.dumps(row), file=log, flush=True)
                sums = [0.0] * 4
                if not math.isfinite(row["tag"]):
                    raise SystemExit("the loss is not finite; start again from the last checkpoint with a lower rate")
            if step % args.save_every == 0:
                save(path, reader=reader.state_dict(), average=average, optimizer=optimizer.state_dict(), step=step, epoch=epoch, scale=scale, done_in_epoch=number + 1, torch_rng=torch.get_rng_state())
        epoch, done_in_epoch = epoch + 1, 0
        save(path, reader=reader.state_dict(), average=average, optimizer=optimizer.state_dict(), step=step, epoch=epoch, scale=scale, done_in_epoch=0, torch_rng=torch.get_rng_state())
        save(os.path.join(args.out, f"epoch-{epoch}.pt"), average=average, epoch=epoch)
    save(os.path.join(args.out, "final.pt"), average=average, epoch=epoch)


if __name__ == "__main__":
    main()
