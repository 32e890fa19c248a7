"""Text to words, paragraphs and the marks the encoder is given. `src/reader/encoder/words.ts` is its twin: keep them alike."""
from dataclasses import dataclass

import regex

INVISIBLE = "\u00AD\u200B-\u200F\u2060\uFEFF"
LETTER = rf"[\p{{L}}\p{{N}}\p{{M}}{INVISIBLE}]"
# A word; an apostrophe with its ending ("'s", "'t"); or any other visible character by itself.
WORDS = rf"{LETTER}+(?:[.,\-]{LETTER}+)*|(?<={LETTER})['’]\p{{L}}+|[^\s{INVISIBLE}]"
WORD = regex.compile(WORDS)
TYPED = regex.compile(rf"``|''|{WORDS}")  # where a text is typed as for TeX, two signs are one mark
HIDDEN = regex.compile(f"[{INVISIBLE}]")
PARAGRAPH = regex.compile(r"\n\s*\n")
LINE = regex.compile(r"\n+")  # where a text has no blank line at all
ENDS_A_SENTENCE = regex.compile(r"[.!?…:;\"'”’»)\]]\s*$")
NARROWEST, WIDEST = 40, 120  # how long the lines of a wrapped text are

OPENING, CLOSING = "“«„", "”»"
# Quotation marks that the network was not shown, as those that it was.
ALIKE = {"″": '"', "＂": '"', "``": "“", "''": "”", "‟": "“", "「": "“", "」": "”", "『": "“", "』": "”", "〝": "“", "〞": "”"}
OPENS_A_WORD, BEHIND_A_WORD = regex.compile(r"[\p{L}\p{N}]"), regex.compile(r"[\p{L}\p{N}.,!?…]")
CASES = {"none": 0, "lower": 1, "title": 2, "upper": 3, "mixed": 4, "digit": 5, "mark": 6, "initial": 7}


@dataclass
class Word:
    """A word's place in the text (code points), the paragraph it stands in, and what its letters look like."""

    start: int
    end: int
    text: str
    paragraph: int
    case: int
    quoted: int


def case_of(text: str) -> int:
    """What the encoder cannot see in lower-cased pieces: the word's capitals."""
    first = text[0]
    if first.isnumeric():
        return CASES["digit"]
    if not first.isalpha():
        return CASES["mark"]
    if text == text.lower():
        return CASES["lower"]
    if len(text) == 1:
        return CASES["initial"]
    if text == text.upper():
        return CASES["upper"]
    rest = text[1:]
    return CASES["title"] if rest == rest.lower() else CASES["mixed"]


def is_wrapped(lines: list[str]) -> bool:
    """Whether most lines end within a sentence, so that their ends mean nothing."""
    finished = sum(1 for line in lines[:-1] if ENDS_A_SENTENCE.search(line))
    return NARROWEST <= max(map(len, lines)) <= WIDEST and finished * 2 < len(lines) - 1


def breaks_of(text: str) -> list[int]:
    """Where paragraphs end. `src/reader/encoder/breaks.ts` is its twin: keep them alike."""
    blank = [match.start() for match in PARAGRAPH.finditer(text)]
    if blank:
        return blank
    ends, lines = [match.start() for match in LINE.finditer(text)], LINE.split(text)
    if not ends or not is_wrapped(lines):
        return ends
    width = max(len(line.rstrip()) for line in lines)

    def ends_paragraph(line: str, following: str) -> bool:
        if not ENDS_A_SENTENCE.search(line):
            return False
        word = (following.split() or [""])[0]
        return following[:1].isspace() or len(line.rstrip()) + 1 + len(word) <= width

    return [end for i, end in enumerate(ends) if ends_paragraph(lines[i], lines[i + 1])]


def opens_word(text: str, at: int) -> bool:
    """Whether the sign at `at` stands before a letter and not behind one."""
    return bool(OPENS_A_WORD.match(text[at + 1:at + 2])) and not BEHIND_A_WORD.match(text[max(0, at - 1):at])


def role_of(sign: str, opener: str | None, before_a_word: bool) -> str | None:
    """What a sign does as a quotation mark: “ closes what „ opened, and » opens where it stands right before a word, as « then closes."""
    if (opener == "„" and sign == "“") or (opener == "»" and sign == "«"):
        return "close"
    if opener is None and sign == "»" and before_a_word:
        return "open"
    if sign == '"':
        return "open" if opener is None else "close"
    if sign in OPENING:
        return "open"
    return "close" if sign in CLOSING else None


def words_of(text: str) -> list[Word]:
    """All words of a text. Whether a word stands in direct speech is counted anew in each paragraph."""
    breaks = breaks_of(text)
    words: list[Word] = []
    paragraph, opener = 0, None
    for match in (TYPED if "``" in text else WORD).finditer(text):
        sign = HIDDEN.sub("", match.group())
        if not sign:
            continue
        while paragraph < len(breaks) and breaks[paragraph] < match.start():
            paragraph, opener = paragraph + 1, None
        shown = ALIKE.get(sign, sign)
        role = role_of(shown, opener, sign == "»" and opens_word(text, match.start()))
        words.append(Word(match.start(), match.end(), shown, paragraph, case_of(shown), int(opener is not None or role == "open")))
        opener = shown if role == "open" else None if role == "close" else opener
    return words
