"""Word that passes between rooms which do not know each other."""

from harkara.audience.comments.actions import origin_key
from harkara.intake.actions.forgetting import forget_comments


def forget_where_it_came_from(number: int, origin: str, **_: object) -> None:
    """Erase what intake keeps of a comment that moved in and was erased at its writer's wish."""
    forget_comments(number, lambda theirs: origin_key(theirs) == origin)
