"""Writes what Python makes of some awkward texts (ours), so that a test can hold TypeScript's words, pieces and windows against it.

    python agree.py --start MODEL_FOLDER --out ../test/reader/agreement.json
"""
import argparse
import json
import os

from data import Pieces, distances
from evaluate import units_of
from text import words_of
from windows import scope_of, windows_of

TEXTS = [
    "The mayor’s office said on Tuesday that it wouldn't pay $1,200.50 for the e-mails.\n\n“We were told,” Ms. O'Neil-Brandt added, “that it's over.” She left.",
    'A "quoted" word, an unclosed "quotation that runs on.\n\n"And goes on here," he told the BBC\'s Today. NATO, UN and iPhone: 25th place.',
    "Soft\u00adhyphen, zero\u200bwidth, \ufeffmark; Zürich’s café naïve — ½ of ‘them’ … «dit-il» „sagte er“ x.",
    "``Typed as for TeX,'' he said. »Na so«, sagte sie, and »dit-il« too; ″so″, 「so」 and 『so』. „Low,“ she said, “high.”",
    "ALL CAPITALS SAID NOBODY EVER. no capitals said somebody. 東京 reported 3.5% growth 🙂 today, İstanbul too. 5th-largest U.S.-led",
    "a",
    "Line one said so\nand line two: no blank line here.\n",
    "Word " * 700 + "ends. " + "He said that this goes on and on. " * 60,
]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--start", required=True)
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    pieces = Pieces(os.path.join(args.start, "tokenizer.json"))
    rows = []
    for text in TEXTS:
        words, units = words_of(text), units_of(text)
        split = [pieces(w.text) for w in words]
        windows = windows_of(words, split)
        cue = (len(words) // 2, len(words) // 2 + 1)
        window = next(w for w in windows if w.start <= cue[0] < w.start + w.count)
        start, end = scope_of(words, window, cue[0])
        rows.append({
            "text": text,
            "words": [[units[w.start], units[w.end], w.paragraph, w.case, w.quoted] for w in words],
            "pieces": split,
            "windows": [[w.start, w.start + w.count, w.ids, w.firsts] for w in windows],
            "scope": {"cue": cue, "run": [start, end], "distances": distances(start, end, cue)},
        })
    with open(args.out, "w", encoding="utf-8") as file:
        json.dump(rows, file, ensure_ascii=True)
        file.write("\n")


if __name__ == "__main__":
    main()
