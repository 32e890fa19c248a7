"""Reads reports with a checkpoint and scores them with the project's scorer.

    python evaluate.py --data POLNEAR_FOLDER --start MODEL_FOLDER --weights FILE [--part dev|held] [--settings FILE] [--scorer FILE]
"""
import argparse
import json
import os
import subprocess
import tempfile

import numpy as np
import torch

from data import Pieces, inputs, load, padded, split
from decode import Settings, claim_of, confidence, cues_of, log_softmax, outermost, places_of, scope_in, settle
from model import Reader
from teacher import Teacher
from windows import windows_of


def chain_of(reader: Reader):
    """The chain's numbers, its rules added."""
    c = reader.chain
    return tuple(v.detach().double().numpy() for v in (c.move + c.rule, c.begin + c.rule_begin, c.finish))


class Torch:
    """The networks as PyTorch runs them."""

    def __init__(self, path: str):
        state = torch.load(path, weights_only=False)
        self.reader = Teacher() if "encoder.nearness.weight" in state["average"] else Reader()
        self.reader.load_state_dict(state["average"])
        self.reader.eval()
        self.chain = chain_of(self.reader)

    def encode(self, windows):
        half = isinstance(self.reader, Teacher) and torch.cpu._is_avx512_bf16_supported()  # the reader is measured as it is
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16, enabled=half):
            tags, words, _ = self.reader.encoder(*inputs(windows))
        return tags.float(), words.float()

    def second(self, words, tags, places):
        with torch.inference_mode():
            return self.reader.second(words, tags, places)


class Onnx:
    """The networks as exported, one window at a time, as the TypeScript side runs them."""

    def __init__(self, folder: str, suffix: str = ""):
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        make = lambda name: onnxruntime.InferenceSession(os.path.join(folder, f"{name}{suffix}.onnx"), options, providers=["CPUExecutionProvider"])
        self.first, self.then = make("encoder"), make("second")
        manifest = json.load(open(os.path.join(folder, "manifest.json")))["chain"]
        self.chain = tuple(np.array(manifest[k]) for k in ("move", "begin", "finish"))

    def encode(self, windows):
        parts = []
        for window in windows:
            ids, cases, quoted, firsts = inputs([window])
            tags, words = self.first.run(["tags", "words"], {"ids": ids.numpy(), "cases": cases.numpy(), "quoted": quoted.numpy(), "firsts": firsts.numpy()})
            parts.append((torch.from_numpy(tags[0]), torch.from_numpy(words[0])))
        pad = torch.nn.utils.rnn.pad_sequence
        return pad([t for t, _ in parts], batch_first=True), pad([w for _, w in parts], batch_first=True)

    def second(self, words, tags, places):
        roles, real = self.then.run(None, {"words": words.numpy(), "tags": tags.numpy(), "distances": places.numpy()})
        return torch.from_numpy(roles), torch.from_numpy(real)


def read(networks, reports, settings: Settings, batch: int = 12):
    """All claims found, report by report, unsettled."""
    found = {r.id: [] for r in reports}
    rows = sorted(((r, w) for r in reports for w in windows_of(r.words, r.pieces)), key=lambda x: len(x[1].ids))
    for at in range(0, len(rows), batch):
        part = rows[at:at + batch]
        tags, words = networks.encode([w for _, w in part])
        for (report, window), tag, word in zip(part, tags.float(), words.float()):
            tag = tag[:window.count]
            cues = cues_of(tag.double().numpy(), settings.cue_bias)
            if not cues:
                continue
            chances = np.exp(log_softmax(tag.double().numpy()))
            scopes = [scope_in(report, window, (a + window.start, b + window.start)) for a, b in cues]
            where = padded([list(range(s - window.start, e - window.start)) for s, e in scopes])
            places = padded([places_of(s, e, (a + window.start, b + window.start)) for (s, e), (a, b) in zip(scopes, cues)])
            roles, real = networks.second(word[where], torch.from_numpy(chances).float()[where], places)
            for (s, e), (a, b), role, sure in zip(scopes, cues, roles.double().numpy(), real.tolist()):
                claim = claim_of(s, (a + window.start, b + window.start), chances[a:b, 3] + chances[a:b, 4], role[:e - s], sure, networks.chain)
                if claim:
                    claim.confidence = confidence(claim.features, settings.weights)
                    found[report.id].append(claim)
    return found


def units_of(text: str) -> list[int]:
    """UTF-16 offset of every code point."""
    units, at = [], 0
    for character in text:
        units.append(at)
        at += 2 if ord(character) > 0xFFFF else 1
    return [*units, at]


def spans(report, runs, units):
    """Runs of words to UTF-16 spans."""
    return [[units[report.words[a].start], units[report.words[b - 1].end]] for a, b in runs]


def as_row(report, claims):
    """What the scorer takes."""
    units = units_of(report.text)
    return {"id": report.id, "text": report.text, "claims": [
        {"source": spans(report, c.source, units), "cue": spans(report, [c.cue], units), "content": spans(report, c.content, units)} for c in claims]}


def gold_row(report):
    """The first annotator's reading, as the scorer takes it."""
    units = units_of(report.text)
    return {"id": report.id, "text": report.text, "claims": [{role: spans(report, c[role], units) for role in ("source", "cue", "content")} for c in report.readings[0]]}


def scored(gold: list[dict], predicted: list[dict], scorer: str) -> dict:
    """The project's scorer's figures."""
    with tempfile.TemporaryDirectory() as folder:
        for name, rows in (("gold", gold), ("found", predicted)):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.writelines(json.dumps(row) + "\n" for row in rows)
        return json.loads(subprocess.check_output(["node", scorer, os.path.join(folder, "gold"), os.path.join(folder, "found"), "--json"]))


def summary(figures: dict) -> str:
    """One line."""
    f = lambda k: f"{figures[k]['p'] * 100:.1f}/{figures[k]['r'] * 100:.1f}/{figures[k]['f1'] * 100:.1f}"
    return " ".join(f"{k} {f(k)}" for k in ("claim", "content", "exact.source", "exact.cue", "exact.content")) + f" misattributed {figures.get('misattributed')}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--start", required=True)
    parser.add_argument("--weights", required=True)
    parser.add_argument("--part", default="dev")
    parser.add_argument("--settings")
    parser.add_argument("--scorer", required=True)
    parser.add_argument("--bias", type=float, nargs="*", default=[0.5])
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    pieces = Pieces(os.path.join(args.start, "tokenizer.json"))
    reports = load(os.path.join(args.data, "dev.jsonl" if args.part == "dev" else "train.jsonl"), pieces)
    if args.part == "held":
        reports = split(reports)[1]
    networks = Torch(args.weights) if args.weights.endswith(".pt") else Onnx(args.weights)
    tried = [Settings(**json.load(open(args.settings)))] if args.settings else [Settings(cue_bias=bias) for bias in args.bias]
    for settings in tried:
        found = read(networks, reports, settings)
        for threshold in [settings.threshold] if args.settings else [0.0, 0.3, 0.5]:
            rows = [as_row(r, outermost(settle(found[r.id], threshold))) for r in reports]
            print(args.part, "bias", settings.cue_bias, "threshold", threshold, summary(scored([gold_row(r) for r in reports], rows, args.scorer)), flush=True)


if __name__ == "__main__":
    main()
