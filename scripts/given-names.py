"""Writes src/reader/who/data/leaning.data.ts: first names that nearly always are a woman's, or a man's.

    pip download --no-deps nomquamgender==0.1.4 && unzip nomquamgender-0.1.4-py3-none-any.whl
    python3 scripts/given-names.py nomquamgender/name_data.json

nomquamgender (Van Buskirk, Clauset, Larremore 2022; MIT) counts how often a name was held to be a woman's in 36 sources from 150 countries.
Taken: plain letters, in eight sources or more, 95 % one gender.
"""
import json
import re
import sys

SOURCES, SURE, WIDTH = 8, 0.05, 400


def lines(names):
    row = ""
    for name in names:
        if len(row) + len(name) + 1 > WIDTH:
            yield row
            row = ""
        row += (" " if row else "") + name
    yield row


def main():
    table = json.load(open(sys.argv[1], encoding="utf-8"))
    known = [(name, share) for name, (sources, _, share, _) in table.items() if re.fullmatch("[a-z]{2,}", name) and sources >= SOURCES]
    male = sorted(name for name, share in known if share <= SURE)
    female = sorted(name for name, share in known if share >= 1 - SURE)
    with open("src/reader/who/data/leaning.data.ts", "w", encoding="utf-8") as out:
        print("// Made by scripts/given-names.py from nomquamgender 0.1.4 (https://github.com/ianvanbuskirk/nomquamgender), MIT, © 2022 Ian Van Buskirk.", file=out)
        for title, names in (("MALE", male), ("FEMALE", female)):
            print(f"const {title} = `" + "\n".join(lines(names)) + "`;\n", file=out)
        print("const rows = (words: string, leaning: 1 | -1): (readonly [string, 1 | -1])[] => words.split(/\\s/).map((word) => [word, leaning]);\n", file=out)
        print("/** First names, without marks and in small letters, that nearly always are a woman's (1) or a man's (-1). */", file=out)
        print("export const LEANING: ReadonlyMap<string, 1 | -1> = new Map([...rows(MALE, -1), ...rows(FEMALE, 1)]);", file=out)
    print(len(male), len(female))


if __name__ == "__main__":
    main()
