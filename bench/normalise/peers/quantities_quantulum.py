"""quantulum3 (PyPI) on the sentences of a JSON Lines file, one JSON line each as score.mjs takes it:

python bench/normalise/peers/quantities_quantulum.py OUT.in.jsonl > OUT.quantulum.jsonl

Without its classifier, which wants a training download; it gives numbers without bounds.
"""
import json
import sys
import time

from quantulum3 import parser

spent = 0.0
rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf8") if line.strip()]
for row in rows:
    started = time.perf_counter()
    try:
        found = parser.parse(row["text"])
    except Exception as failed:  # it raises on some text: nothing found there, and said so
        print(row["id"], repr(failed), file=sys.stderr)
        found = []
    spent += time.perf_counter() - started
    quantities = [{"spans": [list(q.span)], "text": q.surface, "low": q.value, "high": q.value, "approximate": False} for q in found]
    print(json.dumps({"report": {"id": row["id"], "text": row["text"]}, "quantities": quantities}))
print(f"{len(rows) / spent:.1f} sentences a second", file=sys.stderr)
