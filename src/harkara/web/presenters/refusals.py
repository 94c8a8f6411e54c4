"""What a reader is told when there is no page to show."""

from dataclasses import dataclass

from django.utils.translation import gettext


@dataclass(frozen=True, slots=True)
class Refusal:
    """A refusal in words: what is wrong, and what to do next."""

    status: int
    title: str
    text: str


def refusal(status: int) -> Refusal:
    """Return the words that go out with 400, 403, 404, 410, 500 or 503."""
    if status == 400:
        return Refusal(
            status,
            gettext("This request cannot be answered"),
            gettext("The address may be wrong. Please begin again at the front page."),
        )
    if status == 403:
        return Refusal(
            status,
            gettext("This was not accepted"),
            gettext("Please open the page again and try once more."),
        )
    if status == 404:
        return Refusal(
            status,
            gettext("This page was not found"),
            gettext("The address may be mistyped, or the page may have moved."),
        )
    if status == 410:
        return Refusal(
            status,
            gettext("This story is no longer available"),
            gettext("It was published here, and has since been taken off the site."),
        )
    if status == 503:
        return Refusal(
            status,
            gettext("This cannot be shown just now"),
            gettext("The news pages can be read as usual. Please try this again in a minute."),
        )
    return Refusal(
        status,
        gettext("Something went wrong on our side"),
        gettext("We have been told. Please try again in a little while."),
    )
