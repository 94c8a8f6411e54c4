"""An archive that is remembered whole: after an import, or after an older version."""

from collections.abc import Mapping, Sequence

import pytest

from harkara.search import remembering
from harkara.search.actions.sketches import remember, remember_missing
from harkara.search.duplicates.sketch import sketch, sketch_each
from harkara.search.queries.sketches import sketches, without_sketch
from harkara.search.remembering import remember_all

pytestmark = pytest.mark.django_db


class Texts(dict[int, str]):
    """An archive of texts by their numbers, that says which it was asked for."""

    asked: list[int]

    def count(self) -> int:
        return len(self)

    def numbers_after(self, number: int, most: int) -> list[int]:
        return sorted(one for one in self if one > number)[:most]

    def __call__(self, stories: Sequence[int]) -> Mapping[int, str]:
        self.asked += stories
        return {story: self[story] for story in stories}


@pytest.fixture
def archive() -> Texts:
    texts = Texts(
        {story: " ".join(f"शब्द{story}क{at}" for at in range(60)) for story in range(1, 8)}
    )
    texts.asked = []
    return texts


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "BATCH", 2)


def test_every_story_is_remembered_as_if_it_had_been_saved(archive: Texts) -> None:
    told: list[tuple[int, int]] = []

    kept = remember_all(archive, lambda *done: told.append(done))

    assert kept == 7
    assert sketches(list(archive)) == {story: sketch(text) for story, text in archive.items()}
    assert told == [(2, 7), (4, 7), (6, 7), (7, 7)]
    assert remember(archive) == 0


def test_what_is_remembered_is_not_read_again(archive: Texts) -> None:
    remember({story: archive[story] for story in (1, 2, 4)})

    assert remember_all(archive) == 4
    assert archive.asked == [3, 5, 6, 7]
    assert remember_all(archive) == 0


def test_cut_short_it_keeps_what_it_kept_and_goes_on_from_there(archive: Texts) -> None:
    def stop(done: int, _every: int) -> None:
        if done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        remember_all(archive, stop)

    assert without_sketch(list(archive)) == {5, 6, 7}
    assert remember_all(archive) == 3


def test_a_story_that_is_saved_while_its_old_text_is_read_stays_as_it_was_saved() -> None:
    old = sketch_each({1: "पुरानी ख़बर में पुल बह गया था", 2: "दूसरी ख़बर में मेला लगा"})
    remember({1: "नयी ख़बर में पुल फिर बन गया है"})

    assert remember_missing(old) == 1
    assert sketches([1, 2]) == {1: sketch("नयी ख़बर में पुल फिर बन गया है"), 2: old[2]}
