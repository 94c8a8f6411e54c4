"""Made-up stories by the hundred thousand: real words in turns of real phrases, in no real order.

Real archives of that size are not to be had. Phrases of a few words are drawn from real texts, so
that words and turns of phrase are as common as they are, and no story repeats another.
"""

from collections.abc import Iterator
from random import Random

PHRASE = (3, 9)
PARAGRAPHS = (3, 9)
WORDS_OF_PARAGRAPH = (25, 60)


def stories(
    texts: list[str], count: int, seed: int = 1826, phrase: tuple[int, int] = PHRASE
) -> Iterator[str]:
    """Give so many stories of some 250 words, a paragraph a line; the same for the same seed.

    `phrase` says how few and how many words are drawn together. Where there are many more stories
    than phrases to be drawn, long ones stand in more stories than any do in a real archive.
    """
    chance = Random(seed)
    stream = [word for text in texts for word in text.split()]
    for _ in range(count):
        yield "\n".join(
            _paragraph(stream, chance, phrase) for _ in range(chance.randint(*PARAGRAPHS))
        )


def _paragraph(stream: list[str], chance: Random, phrase: tuple[int, int]) -> str:
    wanted, made = chance.randint(*WORDS_OF_PARAGRAPH), list[str]()
    while len(made) < wanted:
        start = chance.randrange(len(stream) - phrase[1])
        made += stream[start : start + chance.randint(*phrase)]
    return " ".join(made)
