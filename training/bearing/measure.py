"""How well networks do on the small stories held out, in float: a line of JSON for each.

    python measure.py --start MODEL_FOLDER [--files 'dense-*.jsonl'] [--most 4000] RUN/final.pt ../../models/bearing …
"""
import argparse
import json
import os

from mean import weights_of
from network import Bearing, Pieces
from pairs import Material
from teach import HERE, measure


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--start", required=True, help="the sentence encoder's folder")
    parser.add_argument("--data", default=os.path.join(HERE, "stories"), help="the small stories")
    parser.add_argument("--files", default="*.jsonl", help="which of their files")
    parser.add_argument("--most", type=int, default=4000, help="about so many pairs, of every few stories one")
    parser.add_argument("networks", nargs="+")
    args = parser.parse_args()
    pieces, held = Pieces(os.path.join(args.start, "tokenizer.json")), Material(args.data, args.files).some_held(args.most)
    for source in args.networks:
        network = Bearing(dropout=0.0)
        network.load_state_dict(weights_of(args.start, source))
        print(source, json.dumps(measure(network, pieces, held)), flush=True)


if __name__ == "__main__":
    main()
