"""How well the encoder's certainty head agrees with people: Pearson's r on each set's dev part.

    python certainty.py CERTAINTY-FOLDER --start MODEL_FOLDER --weights FILE.pt [--part dev|train]
    python certainty.py CERTAINTY-FOLDER --start MODEL_FOLDER --weights FILE.pt --fit OUT.pt

`--fit` first puts a new head in the place of the old one, by ridge regression on the train parts: averaged weights (average.py) need one, as
each of the runs averaged had learned a head for states of its own.
"""
import argparse
import os

import numpy as np
import torch

from data import Pieces, inputs
from events import SETS, event_windows, load_events
from evaluate import Torch

TOGETHER = 8  # sentences put into one text
PENALTIES = (1.0, 10.0, 100.0, 1000.0, 10000.0)


def judged(networks: Torch, sentences, pieces, number: int) -> tuple[list[float], list[float]]:
    """What the head says of each event of a set, and what people said."""
    ours, theirs = [], []
    for at in range(0, len(sentences), TOGETHER):
        for window, events in event_windows(sentences[at:at + TOGETHER], pieces):
            with torch.inference_mode():
                *_, told = networks.reader.encoder(*inputs([window]))
            ours += [float(told[0, word, number]) for word, _, _ in events]
            theirs += [label for *_, label in events]
    return ours, theirs


def states_of(networks: Torch, sentences, pieces) -> tuple[np.ndarray, np.ndarray]:
    """What the head is given at each event of a set, and what people said."""
    seen, theirs, rows = [], [], []
    handle = networks.reader.encoder.certainty.register_forward_hook(lambda _, given, __: seen.append(given[0]))
    for at in range(0, len(sentences), TOGETHER):
        for window, events in event_windows(sentences[at:at + TOGETHER], pieces):
            with torch.inference_mode():
                networks.reader.encoder(*inputs([window]))
            states = seen.pop()[0].numpy()
            rows += [states[word] for word, _, _ in events]
            theirs += [label for *_, label in events]
    handle.remove()
    return np.array(rows, dtype=np.float64), np.array(theirs)


def fit(networks: Torch, sets, pieces) -> None:
    """A new head for each set, by ridge regression; its penalty is the one that does best on every fifth event."""
    head = networks.reader.encoder.certainty
    for number, sentences in enumerate(sets):
        states, labels = states_of(networks, sentences, pieces)
        x = np.hstack([states, np.ones((len(states), 1))])
        kept = np.arange(len(x)) % 5 > 0
        solve = lambda rows, told, penalty: np.linalg.solve(rows.T @ rows + np.diag([penalty] * states.shape[1] + [1e-9]), rows.T @ told)
        tried = [(np.corrcoef(x[~kept] @ solve(x[kept], labels[kept], p), labels[~kept])[0, 1], p) for p in PENALTIES]
        weights = solve(x, labels, max(tried)[1])
        print(f"{SETS[number]:10} penalty {max(tried)[1]:g}: r {max(tried)[0]:.3f} on every fifth event", flush=True)
        with torch.no_grad():
            head.weight[number].copy_(torch.from_numpy(weights[:-1]))
            head.bias[number] = float(weights[-1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--start", required=True)
    parser.add_argument("--weights", required=True)
    parser.add_argument("--part", default="dev")
    parser.add_argument("--fit", metavar="OUT.pt")
    parser.add_argument("--threads", type=int, default=1)
    asked = parser.parse_args()
    torch.set_num_threads(asked.threads)
    pieces, networks = Pieces(os.path.join(asked.start, "tokenizer.json")), Torch(asked.weights)
    if asked.fit:
        fit(networks, load_events(asked.folder), pieces)
        torch.save({"average": networks.reader.state_dict()}, asked.fit)
    for number, sentences in enumerate(load_events(asked.folder, asked.part)):
        ours, theirs = judged(networks, sentences, pieces, number)
        print(f"{SETS[number]:10} r {np.corrcoef(ours, theirs)[0, 1]:.3f}   ({len(ours)} events)", flush=True)


if __name__ == "__main__":
    main()
