"""What readers' pages show of what is most read, each answer noting the keys it was read under."""

from harkara.audience.trending import keys
from harkara.audience.trending.models import TopList
from harkara.audience.trending.records import Kind, MostRead, Span, list_name
from harkara.newsroom import queries as newsroom
from harkara.press.recorder import once, read


def most_read(kind: Kind, ref: int, size: int) -> MostRead | None:
    """Return the most read stories of the day, or of the week where the day has too few.

    None if there is nothing to show. Two queries and those of the cards, none for further pages
    that are made together with the first.
    """
    found = both_spans(kind, ref, size)
    return found[0] if found else None


def both_spans(kind: Kind, ref: int, size: int) -> tuple[MostRead, ...]:
    """Return the most read stories of the day and of the week, those that there are."""
    return once(("most read", kind, ref, size), lambda: _both_spans(kind, ref, size))


def _both_spans(kind: Kind, ref: int, size: int) -> tuple[MostRead, ...]:
    read(keys.most_read(kind, ref))
    names = {list_name(kind, ref, span): span for span in Span}
    kept = dict(TopList.objects.filter(pk__in=names).values_list("name", "numbers"))
    numbers = {span: kept.get(name, [])[:size] for name, span in names.items()}
    every = dict.fromkeys(number for few in numbers.values() for number in few)
    # What is no longer live is no card; the key of the list says when it is made anew.
    cards = {card.number: card for card in newsroom.cards(every, pictured=False)}
    lists = (
        MostRead(span=span, cards=tuple(cards[number] for number in few if number in cards))
        for span, few in numbers.items()
    )
    return tuple(one for one in lists if one.cards)
