"""The weighted mean of networks that began from the same one: finished runs, or the folder of a released network.

    python mean.py --start MODEL_FOLDER --out MEAN.pt RUN/final.pt=2 EARLIER/final.pt=1 ../../models/bearing=1
"""
import argparse
import os

import torch

from network import Bearing, load_released, load_start


def weights_of(start: str, source: str) -> dict:
    """A network's weights by name."""
    if not os.path.isdir(source):
        return torch.load(source)["average"]
    network = Bearing(dropout=0.0)
    load_start(network, start)
    load_released(network, source)
    return network.state_dict()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--start", required=True, help="the sentence encoder's folder")
    parser.add_argument("--out", required=True)
    parser.add_argument("sources", nargs="+", help="SOURCE=SHARE")
    args = parser.parse_args()
    parts = [source.rsplit("=", 1) for source in args.sources]
    shares = [float(share) for _, share in parts]
    all_weights = [weights_of(args.start, source) for source, _ in parts]
    mean = {name: sum(share * weights[name] for share, weights in zip(shares, all_weights)) / sum(shares) for name in all_weights[0]}
    torch.save({"average": mean}, args.out)


if __name__ == "__main__":
    main()
