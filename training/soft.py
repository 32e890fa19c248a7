"""What the teacher thinks of every word: its tags, and for each cue the roles of the cue's scope and whether it is one. `train.py --soft` teaches it to the reader.

    python soft.py --start MODEL_FOLDER (--weights TEACHER.pt | --released RELEASED_FOLDER) --out FILE.pt [--data POLNEAR_FOLDER] [--texts FILE.jsonl …]

With `--released` a released reader takes the teacher's place: so that it forgets nothing while it learns from other texts.

With `--data`, PolNeAR's reports to learn from, at the annotators' cues and at others that the teacher takes for possible. With `--texts`, news text
that nobody has marked (`text` in each line), at the teacher's cues alone.
"""
import argparse
import json
import os
import re
import time

import torch

from data import Pieces, Report, distances, inputs, load, padded, split
from decode import cues_of as likely_cues
from model import Chain, Reader
from restore import restore
from rows import SoftReport, SoftRow, scope_around
from teacher import Teacher
from text import words_of
from windows import windows_of

POSSIBLE = 0.08  # a word that the teacher gives at least this chance of being a cue is worth a second look
BIAS = 1.0  # favours cues on the best path, so that doubtful ones are seen as well
BATCH = 24


def expectations(chain: Chain, scores: torch.Tensor, present: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """The chain's chances of each role a word [rows, words, 5] and expected moves [rows, 5, 5]: the gradients of the log of the sum over paths."""
    scores = scores.detach().requires_grad_(True)
    move = (chain.move + chain.rule).detach().expand(len(scores), 5, 5).clone().requires_grad_(True)
    with torch.enable_grad():
        return torch.autograd.grad(chain.total(scores, move, present).sum(), (scores, move))


def cues_in(report: Report, window, chances: torch.Tensor, logits: torch.Tensor) -> list[tuple[int, int]]:
    """Cues to look at: the annotators', the teacher's, and lone words that are possible."""
    last = window.start + window.count
    marked = {claim["cue"][0] for reading in report.readings for claim in reading if claim["cue"][0][0] >= window.start and claim["cue"][0][1] <= last}
    found = {(a + window.start, b + window.start) for a, b in likely_cues(logits.double().numpy(), BIAS)}
    taken = {i for a, b in marked | found for i in range(a - 1, b + 1)}
    alone = {(window.start + i, window.start + i + 1) for i in range(window.count) if float(chances[i, 3] + chances[i, 4]) > POSSIBLE and window.start + i not in taken}
    return sorted(marked | found | alone)


def look(teacher: Teacher, words: torch.Tensor, chances: torch.Tensor, report: Report, window, cues) -> list[SoftRow]:
    """The teacher's second look at a window's cues."""
    scopes = [scope_around(report.words, window, cue) for cue in cues]
    where = padded([list(range(s - window.start, e - window.start)) for s, e in scopes])
    places = padded([distances(s, e, cue) for (s, e), cue in zip(scopes, cues)])
    present = places != 0
    roles, real = teacher.second(words[where], chances[where], places)
    roles, moves = expectations(teacher.chain, roles.float(), present)
    return [SoftRow(s, e, cue, roles[k, :e - s].half(), moves[k], float(torch.sigmoid(real[k]))) for k, ((s, e), cue) in enumerate(zip(scopes, cues))]


def annotate(teacher: Teacher, reports: list[Report]) -> dict[str, SoftReport]:
    """Every report as the teacher reads it."""
    out = {r.id: SoftReport(torch.zeros(len(r.words), 7, dtype=torch.half), []) for r in reports}
    rows = sorted(((r, w) for r in reports for w in windows_of(r.words, r.pieces)), key=lambda x: len(x[1].ids))
    began = time.time()
    for at in range(0, len(rows), BATCH):
        part = rows[at:at + BATCH]
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16, enabled=torch.cpu._is_avx512_bf16_supported()):
            tags, words, _ = teacher.encoder(*inputs([w for _, w in part]))
        tags, words = tags.float().clone(), words.float().clone()
        for k, (report, window) in enumerate(part):
            logits = tags[k, :window.count]
            chances = logits.softmax(1)
            soft = out[report.id]
            soft.tags[window.start:window.start + window.count] = chances.half()
            cues = cues_in(report, window, chances, logits)
            if cues:
                with torch.no_grad():
                    soft.rows += look(teacher, words[k], chances, report, window, cues)
        done = at + len(part)
        if at // BATCH % 10 == 0:
            print(f"{done} of {len(rows)} windows, {(time.time() - began) / done * (len(rows) - done) / 60:.1f} minutes left", flush=True)
    return out


def paragraphed(text: str) -> str:
    """A long text that came without any line break, cut into paragraphs at every second sentence's end."""
    if "\n" in text.strip() or len(text) < 600:
        return text
    ends = [m.end() for m in re.finditer(r"[.!?][\"”’]?\s+(?=[A-Z\"“])", text)][1::2]
    return "\n\n".join(text[a:b].strip() for a, b in zip([0, *ends], [*ends, len(text)]))


def unmarked(path: str, pieces: Pieces) -> list[Report]:
    """Texts without annotation."""
    reports = []
    for number, line in enumerate(open(path, encoding="utf-8")):
        text = paragraphed(json.loads(line)["text"])
        words = words_of(text)
        reports.append(Report(f"{os.path.basename(path)}:{number}", text, words, [pieces(w.text) for w in words], [[]], marked=False))
    return [r for r in reports if len(r.words) >= 30]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--start", required=True)
    parser.add_argument("--weights")
    parser.add_argument("--released")
    parser.add_argument("--out", required=True)
    parser.add_argument("--data")
    parser.add_argument("--texts", nargs="*", default=[])
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    pieces = Pieces(os.path.join(args.start, "tokenizer.json"))
    reports = split(load(os.path.join(args.data, "train.jsonl"), pieces))[0] if args.data else []
    texts = [report for path in args.texts for report in unmarked(path, pieces)]
    teacher = Reader() if args.released else Teacher()
    if args.released:
        restore(teacher, args.released)
    else:
        teacher.load_state_dict(torch.load(args.weights, weights_only=False)["average"])
    teacher.eval()
    torch.save({"soft": annotate(teacher, reports + texts), "texts": texts}, args.out)


if __name__ == "__main__":
    main()
