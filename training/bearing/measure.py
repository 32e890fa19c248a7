"""How well networks do on the small stories held out, in float: a line of JSON for each.

    python measure.py --start MODEL_FOLDER [--files 'dense-*.jsonl' | --whole STORY.json …] [--most 4000] --networks RUN/final.pt ../../models/bearing …
"""
import argparse
import json
import os

from mean import weights_of
from network import Bearing, Pieces
from pairs import Material, Pair, full_pairs
from teach import HERE, measure


def some_of(paths: list[str], most: int) -> list[Pair]:
    """All pairs of whole stories that bear, and of the others every so many one, so that there are about `most`."""
    pairs = [pair for path in paths for pair in full_pairs(json.load(open(path, encoding="utf-8")))]
    others = [pair for pair in pairs if pair.label == "near"]
    return [pair for pair in pairs if pair.label != "near"] + others[::max(1, len(others) // most)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--start", required=True, help="the sentence encoder's folder")
    parser.add_argument("--data", default=os.path.join(HERE, "stories"), help="the small stories")
    parser.add_argument("--files", default="*.jsonl", help="which of their files")
    parser.add_argument("--most", type=int, default=4000, help="about so many pairs, of every few stories one")
    parser.add_argument("--whole", nargs="*", default=[], help="whole stories (test/stories) instead")
    parser.add_argument("--networks", nargs="+", required=True)
    args = parser.parse_args()
    pieces = Pieces(os.path.join(args.start, "tokenizer.json"))
    held = some_of(args.whole, args.most) if args.whole else Material(args.data, args.files).some_held(args.most)
    for source in args.networks:
        network = Bearing(dropout=0.0)
        network.load_state_dict(weights_of(args.start, source))
        print(source, json.dumps(measure(network, pieces, held)), flush=True)


if __name__ == "__main__":
    main()
