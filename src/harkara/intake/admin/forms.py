"""The forms of intake's screens."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from harkara.intake.drafts import Draft
from harkara.intake.putting_back import can_be_undone
from harkara.intake.sources.paste import read_stream
from harkara.intake.suggestions import Suggestions
from harkara.search.sections import SectionChoice
from harkara.search.topics import TopicProposal


class PasteForm(forms.Form):
    """What somebody pastes: text, the HTML behind it where the browser gave it, or a file."""

    text = forms.CharField(
        label=_("Page or text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "autofocus": True, "data-paste-text": ""}),
        help_text=_("Select the whole page in the browser, copy it, and paste it here."),
    )
    html = forms.CharField(
        required=False, strip=False, widget=forms.HiddenInput(attrs={"data-paste-html": ""})
    )
    file = forms.FileField(
        label=_("Or a file"),
        required=False,
        allow_empty_file=True,
        help_text=_("A text, HTML, Word (.docx) or mail (.eml) file, at most 5 MB."),
    )

    def raw(self) -> bytes:
        """Return the bytes that were handed in. Raises Refused if a file is too large."""
        upload = self.cleaned_data["file"]
        if upload:
            return read_stream(upload)
        text: str = self.cleaned_data["html"] or self.cleaned_data["text"]
        return text.encode("utf-8", "replace")


class DraftForm(forms.Form):
    """What somebody decides about a draft: its section, its topics, what goes back into it."""

    section = forms.TypedChoiceField(
        label=_("Section"), required=False, coerce=int, empty_value=None
    )
    topics = forms.MultipleChoiceField(
        label=_("Topics"), required=False, widget=forms.CheckboxSelectMultiple
    )
    put_back = forms.TypedMultipleChoiceField(
        label=_("Taken out"), required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )

    as_typed = forms.TypedMultipleChoiceField(
        label=_("Typed in an old font"),
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self,
        *args: Any,
        draft: Draft,
        suggested: Suggestions,
        sections: tuple[SectionChoice, ...],
        may_add_topics: bool,
    ) -> None:
        super().__init__(*args)
        self.offered = tuple(
            topic for topic in suggested.topics if topic.known_id is not None or may_add_topics
        )
        known = [str(i) for i, topic in enumerate(self.offered) if topic.known_id is not None]
        proposed = suggested.section.section.id if suggested.section else None
        empty = ("", _("No section yet (in the desk's tray)"))
        self._offer("section", [empty, *((s.id, s.name) for s in sections)], proposed)
        self._offer("topics", [(str(i), t.name) for i, t in enumerate(self.offered)], known)
        self._offer("put_back", [(i, line.text) for i, line in enumerate(draft.removed)], [])
        undoable = [(i, run.before) for i, run in enumerate(draft.repairs) if can_be_undone(run)]
        self._offer("as_typed", undoable, [])

    def _offer(self, name: str, choices: Sequence[tuple[object, object]], initial: object) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = list(choices)
        field.initial = initial

    def chosen_topics(self) -> tuple[TopicProposal, ...]:
        """Return the topics that were ticked."""
        return tuple(self.offered[int(i)] for i in self.cleaned_data["topics"])
