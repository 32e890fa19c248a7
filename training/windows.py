"""Paragraphs packed into windows that the encoder reads at once. `src/reader/encoder/windows.ts` is its twin."""
from dataclasses import dataclass

from text import Word

WINDOW = 256
CLS, SEP, PAD = 101, 102, 0
ENDS = {".", "!", "?"}
CLOSERS = {'"', "”", "’", ")", "]", "»"}


@dataclass
class Window:
    """Piece ids with their marks, the first piece of every word, and which words (first, count) of the report they are."""

    ids: list[int]
    cases: list[int]
    quoted: list[int]
    firsts: list[int]
    start: int
    count: int


def sentence_end(words: list[Word], index: int) -> bool:
    """Does a sentence plausibly end with this word?"""
    while index > 0 and words[index].text in CLOSERS:
        index -= 1
    return words[index].text in ENDS


def chunks_of(words: list[Word], pieces: list[list[int]], limit: int) -> list[tuple[int, int]]:
    """Ranges of words: whole paragraphs, or parts of them cut at a sentence's end where one exceeds the limit."""
    chunks: list[tuple[int, int]] = []
    start = 0
    while start < len(words):
        end, size, cut = start, 0, -1
        while end < len(words) and words[end].paragraph == words[start].paragraph and size + len(pieces[end]) <= limit:
            size += len(pieces[end])
            if sentence_end(words, end):
                cut = end + 1
            end += 1
        whole = end == len(words) or words[end].paragraph != words[start].paragraph
        if not whole and cut > start:
            end = cut
        chunks.append((start, end))
        start = end
    return chunks


def windows_of(words: list[Word], pieces: list[list[int]], first_limit: int = WINDOW) -> list[Window]:
    """Packs chunks greedily; `first_limit` lets training shift the packing from epoch to epoch."""
    windows: list[Window] = []
    window, limit = None, first_limit
    for start, end in chunks_of(words, pieces, WINDOW - 2):
        size = sum(len(pieces[i]) for i in range(start, end)) + 1
        if window is None or len(window.ids) + size > limit:
            limit = WINDOW if window is not None else first_limit
            window = Window([CLS], [0], [0], [], start, 0)
            windows.append(window)
        for i in range(start, end):
            window.firsts.append(len(window.ids))
            window.ids += pieces[i]
            window.cases += [words[i].case] * len(pieces[i])
            window.quoted += [words[i].quoted] * len(pieces[i])
        window.count += end - start
        window.ids.append(SEP)
        window.cases.append(0)
        window.quoted.append(0)
    return windows


def scope_of(words: list[Word], window: Window, cue: int) -> tuple[int, int]:
    """The words (of the report) in which a cue looks for its source and content: its paragraph, and those that a quotation left open runs into or comes from."""
    first, last = window.start, window.start + window.count
    start = end = cue
    while start > first and words[start - 1].paragraph == words[cue].paragraph:
        start -= 1
    while end < last and words[end].paragraph == words[cue].paragraph:
        end += 1
    for _ in range(2):
        if end < last and words[end - 1].quoted and words[end - 1].text not in CLOSERS and words[end].quoted:
            paragraph = words[end].paragraph
            while end < last and words[end].paragraph == paragraph:
                end += 1
    for _ in range(2):
        if start > first and words[start - 1].quoted and words[start - 1].text not in CLOSERS and words[start].quoted:
            paragraph = words[start - 1].paragraph
            while start > first and words[start - 1].paragraph == paragraph:
                start -= 1
    return start, end
