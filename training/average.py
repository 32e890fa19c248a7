"""The mean of several runs' weights that began at the same place: often better than each, at no cost to reading.

    python average.py --out FILE FILE.pt FILE.pt … | --released FOLDER …
"""
import argparse

import torch

from model import Reader
from restore import restore


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("weights", nargs="*")
    parser.add_argument("--released", nargs="*", default=[], help="folders of released readers")
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    states = [torch.load(path, weights_only=False)["average"] for path in args.weights]
    for folder in args.released:
        reader = Reader()
        restore(reader, folder)
        states.append(reader.state_dict())
    mean = {name: sum(state[name].float() for state in states) / len(states) for name in states[0]}
    torch.save({"average": mean, "epoch": 0}, args.out)


if __name__ == "__main__":
    main()
