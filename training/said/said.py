"""The small stories (bearing/stories) as reports with marked claims, in PolNeAR's form: for `train.py --more` and the scorer.

    python said/said.py OUT_FOLDER     writes learned.jsonl and held.jsonl

Every fourth story of a file is held out, as for the network of bearings. Offsets are UTF-16 code units, as PolNeAR's are.
"""
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
STORIES = os.path.join(HERE, "..", "bearing", "stories")
HELD = 4


def text_of(sentences: list[str]) -> str:
    """Two sentences a paragraph; twin of `paragraphsOf` in bench/linking/small-stories.ts."""
    return "".join((("" if i == 0 else "\n\n" if i % 2 == 0 else " ") + sentence) for i, sentence in enumerate(sentences))


def reports():
    """(id, text, whether held out) of every report."""
    for file in sorted(os.listdir(STORIES)):
        if not file.endswith(".jsonl"):
            continue
        for number, line in enumerate(open(os.path.join(STORIES, file), encoding="utf-8"), 1):
            for i, report in enumerate(json.loads(line)["reports"], 1):
                sentences = [sentence.replace("[", "").replace("]", "") for _, _, sentence in report["text"]]
                yield f"{file[:-6]}-{number}.r{i}", text_of(sentences), number % HELD == 0


def main():
    claims = {row["id"]: row["claims"] for row in map(json.loads, open(os.path.join(HERE, "claims.jsonl"), encoding="utf-8"))}
    os.makedirs(sys.argv[1], exist_ok=True)
    out = {held: open(os.path.join(sys.argv[1], name), "w", encoding="utf-8") for held, name in ((False, "learned.jsonl"), (True, "held.jsonl"))}
    for name, text, held in reports():
        if name not in claims:
            continue  # nobody has marked it yet
        marked = [{"source": source, "cue": cue, "content": content} for source, cue, content in claims[name]]
        print(json.dumps({"id": name, "text": text, "annotations": [{"claims": marked}], "claims": marked}, ensure_ascii=False), file=out[held])


if __name__ == "__main__":
    main()
