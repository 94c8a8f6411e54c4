"""What two texts share, and where it stands in both."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from harkara.search.duplicates.passages import FEWEST_WORDS, Run, passage, shared_runs
from harkara.search.duplicates.reading import read

BRIDGE = "सोहनी नदी पर बना नया पुल सोमवार को आम लोगों के लिए खोल दिया गया।"
FERRY = "पहले ग्रामीण नाव से नदी पार करते थे और बरसात में रास्ता बंद हो जाता था।"
MARKET = "मंडी में हल्दी का भाव इस हफ़्ते दो सौ रुपये प्रति क्विंटल चढ़ गया।"
WORDS = st.lists(st.sampled_from("कखगघचछज"), max_size=60)


def shared(text: str, other: str) -> list[tuple[str, str]]:
    one, two = read(text), read(other)
    found = [passage(run, one, two) for run in shared_runs(one, two)]
    return [(text[p.start : p.end], other[p.other_start : p.other_end]) for p in found]


def test_a_passage_is_found_in_both_texts_though_its_spelling_changed() -> None:
    text = f"{MARKET}\n{BRIDGE}"
    other = f"{BRIDGE.replace('गया', 'गयी').replace('सोमवार', 'सोमवार,')}\n{FERRY}"

    [(here, there)] = shared(text, other)

    assert here in BRIDGE
    assert here.startswith("सोहनी")
    assert there.startswith("सोहनी")


def test_paragraphs_in_another_order_are_passages_of_their_own() -> None:
    found = shared(f"{BRIDGE}\n{MARKET}\n{FERRY}", f"{FERRY}\n{BRIDGE}\n{MARKET}")

    assert [here.split()[0] for here, _there in found] == ["सोहनी", "ग्रामीण"]


def test_a_word_changed_or_added_inside_does_not_break_a_passage() -> None:
    changed = BRIDGE.replace("सोमवार को", "कल सुबह देर से")

    [(here, there)] = shared(BRIDGE, changed)

    assert (here[:5], there[:5]) == ("सोहनी", "सोहनी")
    assert "खोल" in here


def test_texts_that_share_only_a_turn_of_phrase_share_nothing() -> None:
    assert shared("नया पुल सोमवार खुला और मेला लगा", "बाज़ार में नया पुल सोमवार बंद रहा") == []


def test_a_text_that_says_a_thing_twice_is_counted_once() -> None:
    one, two = read(BRIDGE), read(f"{BRIDGE} {BRIDGE}")

    assert [run.words for run in shared_runs(one, two)] == [len(one)]


@given(WORDS, WORDS)
def test_every_run_is_the_same_words_in_both_and_none_is_counted_twice(
    words: list[str], others: list[str]
) -> None:
    one, two = read(" ".join(words)), read(" ".join(others))
    runs = shared_runs(one, two)

    assert all(FEWEST_WORDS <= run.words <= run.end - run.start for run in runs)
    assert all(run.other_end <= len(two) for run in runs)
    assert [run.start for run in runs] == sorted(run.start for run in runs)
    assert all(a.end <= b.start for a, b in pairwise(runs))


@given(WORDS)
def test_a_text_shares_all_of_itself(words: list[str]) -> None:
    one = read(" ".join(words))
    covered = sum(run.words for run in shared_runs(one, one))

    assert covered == (len(one) if len(one) >= FEWEST_WORDS else 0)


def test_runs_join_over_a_small_gap_and_not_over_a_large_one() -> None:
    run = Run(0, 10, 50, 60, 10)

    assert run.joins(Run(13, 20, 61, 68, 7))
    assert not run.joins(Run(30, 40, 61, 71, 10))
    assert not run.joins(Run(13, 20, 40, 47, 7))
