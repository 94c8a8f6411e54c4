"""Proof of work: what a vote costs the device it is made on, and next to nothing to check.

A puzzle is a number whose hash, with the token's and the puzzle's own, begins with so many zero
bits. Eight smaller puzzles take about as long each time; one large one of the same mean would take
three times as long for one reader in twenty.
"""

import hashlib

PUZZLES = 8
LONGEST = PUZZLES * 10
"""No honest proof has more letters: a number below ten million needs seven."""


def is_proof(said: str, digest: str, bits: int) -> bool:
    """Say whether the work was done for the token of this digest, puzzles of so many zero bits.

    >>> done = solved("ab", 5)
    >>> is_proof(done, "ab", 5), is_proof(done, "cd", 5), is_proof("1.2", "ab", 5)
    (True, False, False)
    """
    if len(said) > LONGEST or not said.isascii():
        return False
    numbers = said.split(".")
    return len(numbers) == PUZZLES and all(
        number.isdigit() and _is_solved(digest, puzzle, number, bits)
        for puzzle, number in enumerate(numbers)
    )


def solved(digest: str, bits: int) -> str:
    """Return a proof for the token of a digest, as the page's script makes it."""
    return ".".join(str(_solve(digest, puzzle, bits)) for puzzle in range(PUZZLES))


def _solve(digest: str, puzzle: int, bits: int) -> int:
    number = 0
    while not _is_solved(digest, puzzle, str(number), bits):
        number += 1
    return number


def _is_solved(digest: str, puzzle: int, number: str, bits: int) -> bool:
    found = hashlib.sha256(f"{digest}.{puzzle}.{number}".encode()).digest()
    return int.from_bytes(found[:4]) >> (32 - bits) == 0
