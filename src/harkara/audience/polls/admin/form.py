"""The form for a poll, and what it makes of what was typed."""

import re
from datetime import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from harkara.audience.polls import actions
from harkara.audience.polls.models import Poll
from harkara.audience.polls.models.poll import MOST, MOST_QUESTION, MOST_WORDS
from harkara.audience.polls.queries import desk

STORY, SECTION, FRONT, NOWHERE = "story", "section", "front", "own"
PLACES = [
    (FRONT, _("the front page")),
    (SECTION, _("a section's front")),
    (STORY, _("a story's page")),
    (NOWHERE, _("its own page alone")),
]
# `/s/41`, `/desh/pul-41/` or the number by itself, with the site's name before it or without.
NUMBER = re.compile(r"(?:\A|/s/|-)([0-9]{1,18})/?\Z")
INPUT = "%Y-%m-%dT%H:%M"


class PollForm(forms.Form):
    """A poll as the desk types it, one answer on a line."""

    question = forms.CharField(label=_("Question"), max_length=2 * MOST_QUESTION)
    answers = forms.CharField(
        label=_("Answers, one on each line"),
        max_length=2 * MOST * MOST_WORDS,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    opens_at = forms.DateTimeField(
        label=_("Opens (empty: at once)"),
        required=False,
        input_formats=[INPUT],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=INPUT),
    )
    closes_at = forms.DateTimeField(
        label=_("Closes"),
        input_formats=[INPUT],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=INPUT),
    )
    place = forms.ChoiceField(
        label=_("Where it stands"), choices=PLACES, widget=forms.RadioSelect, initial=FRONT
    )
    section = forms.TypedChoiceField(
        label=_("Section"), required=False, coerce=int, empty_value=None
    )
    story = forms.CharField(
        label=_("Address or number of the story"), required=False, max_length=500
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own
        section = self.fields["section"]
        if isinstance(section, forms.ChoiceField):
            section.choices = [("", "–"), *desk.sections()]

    def clean(self) -> dict[str, object]:
        """Return what was typed. Says what is missing of the place that was chosen."""
        said = super().clean() or {}
        if said.get("place") == SECTION and not said.get("section"):
            self.add_error("section", _("Choose a section."))
        if said.get("place") == STORY and not NUMBER.search(str(said.get("story", "")).strip()):
            self.add_error("story", _("Write the story's address or number."))
        return said

    def poll(self, *, by: str, at: datetime) -> actions.NewPoll:
        """Return the poll of a form that is valid."""
        said = self.cleaned_data
        found = NUMBER.search(said["story"].strip()) if said["place"] == STORY else None
        return actions.NewPoll(
            question=said["question"],
            answers=said["answers"].splitlines(),
            opens_at=said["opens_at"] or at,
            closes_at=said["closes_at"],
            story=int(found[1]) if found else None,
            section=said["section"] if said["place"] == SECTION else None,
            on_front=said["place"] == FRONT,
            by=by,
            at=at,
        )


def as_typed(poll: Poll) -> dict[str, object]:
    """Return what the form for a poll that there is shows at first."""
    place = FRONT if poll.on_front else NOWHERE
    return {
        "question": poll.question,
        "answers": "\n".join(one.words for one in poll.choices.all()),
        "opens_at": poll.opens_at,
        "closes_at": poll.closes_at,
        "place": STORY if poll.story_id else SECTION if poll.section_id else place,
        "section": poll.section_id,
        "story": poll.story_id or "",
    }
