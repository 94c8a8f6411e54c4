"""Runs: a text in which only what is typed in an old font is decoded, and what was changed."""

from harkara.text.languages import HINDI, Profile
from harkara.text.legacy.decoding import decode
from harkara.text.legacy.detection import detect
from harkara.text.legacy.fonts import Font
from harkara.text.normalise import Repaired
from harkara.text.repairs.base import Repair


def decode_runs(text: str, *, hint: Font | None = None, profile: Profile = HINDI) -> Repaired:
    """Return the text with its runs in old fonts decoded, and each change that was made.

    A change has the font's name, so that an editor can see it and put it back. `hint` is the
    font that the text's page names, if it names one.

    >>> decode_runs("BJP us dgk fd ljdkj foQy gS").text
    'BJP ने कहा कि सरकार विफल है'
    """
    pieces: list[str] = []
    repairs: list[Repair] = []
    place = 0
    for line in text.splitlines(keepends=True):
        done = 0
        for run in detect(line, hint=hint, profile=profile):
            before = line[run.start : run.end]
            after = decode(before, run.font, profile=profile)
            pieces += line[done : run.start], after
            repairs.append(Repair(run.font.name, before, after, place + run.start))
            done = run.end
        pieces.append(line[done:])
        place += len(line)
    return Repaired("".join(pieces), tuple(repairs))
