"""geotext (PyPI) on the reports of a JSON Lines file, one JSON line each as score.mjs takes it:

pip install geotext==0.4.0
python bench/normalise/peers/places_geotext.py OUT.in.jsonl > OUT.geotext.jsonl

It gives names of cities and countries without where they stand or which place they are: every occurrence of each counts here, unresolved.
"""
import json
import re
import sys
import time

from geotext import GeoText

spent = 0.0
rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf8") if line.strip()]
for row in rows:
    started = time.process_time()
    read = GeoText(row["text"])
    names = sorted(set(read.cities) | set(read.countries), key=len, reverse=True)
    spent += time.process_time() - started
    spans = []
    for name in names:
        for hit in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", row["text"]):
            if not any(start < hit.end() and hit.start() < end for start, end in spans):
                spans.append((hit.start(), hit.end()))
    # score.mjs counts in UTF-16 code units.
    unit = lambda at: len(row["text"][:at].encode("utf-16-le")) // 2
    places = [{"spans": [[unit(a), unit(b)]], "text": row["text"][a:b]} for a, b in sorted(spans)]
    print(json.dumps({"report": {"id": row["id"], "text": row["text"]}, "places": places}))
print(f"{len(rows) / spent:.0f} reports a second", file=sys.stderr)
