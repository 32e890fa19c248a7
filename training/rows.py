"""What the two networks are to say about a window: targets for tags, and a row for each cue, from the annotators, the teacher or both."""
from dataclasses import dataclass

import torch

from data import roles_of, tags_of
from windows import scope_of

MAX_SCOPE = 192  # words of a cue's scope seen in training; longer ones are cut around the cue
ANNOTATORS = 0.5  # their share of a target where the teacher has a view as well
FALSE_CUES = 2  # a window's words that the tagger takes for a cue and no annotator does
DOUBTFUL_CUES = {True: 3, False: 8}  # a window's cues that only the teacher sees: in a report that people marked, and in another


@dataclass
class SoftRow:
    """One cue's scope as the teacher sees it: chances of roles a word, expected moves between roles, and whether the cue is one."""

    start: int
    end: int
    cue: tuple[int, int]
    roles: torch.Tensor  # [words, 5], half precision
    moves: torch.Tensor  # [5, 5]: summed over the scope
    real: float


@dataclass
class SoftReport:
    """A report's tags (chances, [words, 7], half precision) and rows."""

    tags: torch.Tensor
    rows: list[SoftRow]


@dataclass
class Row:
    """A training row of the second network. `roles` from an annotator (None: none marked it), `soft` from the teacher."""

    start: int
    end: int
    cue: tuple[int, int]
    roles: list[int] | None
    real: float
    weight: float  # of its roles
    soft: SoftRow | None = None


def scope_around(words, window, cue: tuple[int, int]) -> tuple[int, int]:
    """A cue's scope, at most MAX_SCOPE words of it."""
    start, end = scope_of(words, window, cue[0])
    end = max(end, cue[1])
    if end - start > MAX_SCOPE:
        start = max(start, min(cue[0] - MAX_SCOPE // 2, end - MAX_SCOPE))
        end = min(end, start + MAX_SCOPE)
    return start, end


def mend(roles):
    """Makes every run begin with its B-."""
    for i, role in enumerate(roles):
        if role in (2, 4) and (i == 0 or roles[i - 1] not in (role - 1, role)):
            roles[i] = role - 1


def marked_cues(report, claims, window, taught: SoftReport | None, rng) -> list[Row]:
    """The annotator's cues. A few are blurred by a word, and then the teacher's view of them is left out."""
    seen = {(row.cue, row.start, row.end): row for row in taught.rows} if taught else {}
    rows, last = [], window.start + window.count
    for claim in claims:
        cue = claim["cue"][0]
        if cue[0] < window.start or cue[1] > last:
            continue
        if rng.random() < 0.06:
            cue = (max(window.start, cue[0] - 1), cue[1]) if rng.random() < 0.5 else (cue[0], min(last, cue[1] + 1))
        start, end = scope_around(report.words, window, cue)
        roles = roles_of(claim, start, end)
        for i in range(cue[0], min(cue[1], end)):
            roles[i - start] = 0
        mend(roles)
        soft = seen.get((cue, start, end))
        rows.append(Row(start, end, cue, roles, ANNOTATORS + (1 - ANNOTATORS) * soft.real if soft else 1.0, 1.0, soft))
    return rows


def marked_words(report) -> set[int]:
    """Words in or beside a cue of any annotator."""
    return {i for reading in report.readings for claim in reading for a, b in claim["cue"] for i in range(a - 1, b + 1)}


def unmarked_cues(report, window, taught: SoftReport, rng) -> list[Row]:
    """Cues that the teacher holds to be possible and no annotator marked."""
    taken, last = marked_words(report), window.start + window.count
    share = 1 - ANNOTATORS if report.marked else 1.0
    inside = [row for row in taught.rows if row.real > 0.02 and row.cue[0] >= window.start and row.cue[1] <= last and row.cue[0] not in taken]
    rng.shuffle(inside)
    rows = [Row(row.start, row.end, row.cue, None, share * row.real, share * row.real, row) for row in inside
            if (row.start, row.end) == scope_around(report.words, window, row.cue)]
    return rows[:DOUBTFUL_CUES[report.marked]]


def false_cues(report, window, cue_scores, rows: list[Row], rng) -> list[Row]:
    """Words that the tagger takes for a cue and nobody else does: what the second look must learn to refuse."""
    taken = marked_words(report) | {i for row in rows for i in range(*row.cue)}
    found = [window.start + i for i in range(window.count) if cue_scores[i] > 0.1 and window.start + i not in taken]
    rng.shuffle(found)
    scopes = [(i, *scope_of(report.words, window, i)) for i in found[:FALSE_CUES]]
    return [Row(start, end, (i, i + 1), None, 0.0, 0.0) for i, start, end in scopes if end - start <= MAX_SCOPE]


def path_of(roles: list[int], width: int) -> tuple[torch.Tensor, torch.Tensor]:
    """An annotator's roles as chances [width, 5] and counted moves [5, 5]."""
    labels = torch.tensor(roles)
    chances = torch.zeros(width, 5)
    chances[torch.arange(len(roles)), labels] = 1.0
    moves = torch.zeros(25).index_add_(0, labels[:-1] * 5 + labels[1:], torch.ones(len(roles) - 1)).view(5, 5)
    return chances, moves


def expected(rows: list[Row], width: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Chances of roles [rows, width, 5] and expected moves [rows, 5, 5] of some rows."""
    chances, moves = torch.zeros(len(rows), width, 5), torch.zeros(len(rows), 5, 5)
    for k, row in enumerate(rows):
        count, share = row.end - row.start, 1.0
        if row.soft:
            share = ANNOTATORS if row.roles else 0.0
            chances[k, :count] = row.soft.roles.float() * (1 - share)
            moves[k] = row.soft.moves * (1 - share)
        if row.roles:
            marked, counted = path_of(row.roles, width)
            chances[k] += share * marked
            moves[k] += share * counted
    return chances, moves


def tag_targets(batch, soft: dict[str, SoftReport], shape) -> tuple[torch.Tensor, torch.Tensor]:
    """Chances of tags [windows, words, 7], and which words there are."""
    targets, present = torch.zeros(shape), torch.zeros(shape[:2])
    for b, (report, reading, window) in enumerate(batch):
        inside = slice(window.start, window.start + window.count)
        taught = soft.get(report.id)
        share = (ANNOTATORS if taught else 1.0) if report.marked else 0.0
        present[b, :window.count] = 1.0
        if taught:
            targets[b, :window.count] = taught.tags[inside].float() * (1 - share)
        if share:
            labels = torch.tensor(tags_of(report.readings[reading], len(report.words))[inside])
            targets[b, torch.arange(window.count), labels] += share
    return targets, present
