"""What the editor's browser sends: the words as they are now, and what was decided."""

import json
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from harkara.newsroom.models import Suggested, Topic
from harkara.newsroom.queries.plain import PICTURED, READERS
from harkara.newsroom.queries.suggesting import Written, WrittenBlock

MOST_BODY = 1_000_000
MOST_BLOCKS = 2_000
MOST_IDS = 500
READ = READERS.keys() - PICTURED
"""The kinds of blocks whose words are the story's own."""


class Numbers(forms.Field):
    """Several numbers under one name; what is none is left out."""

    widget = forms.MultipleHiddenInput

    def clean(self, value: Any) -> frozenset[int]:  # noqa: ANN401 (Django's signature)
        """Return the numbers."""
        return frozenset(int(one) for one in (value or [])[:MOST_IDS] if one.isdecimal())


class WordsForm(forms.Form):
    """The words in front of the editor, saved or not."""

    headline = forms.CharField(required=False, max_length=1_000)
    standfirst = forms.CharField(required=False, max_length=10_000)
    address_words = forms.CharField(required=False, max_length=1_000)
    section = forms.IntegerField(required=False)
    topics = Numbers(required=False)
    named = Numbers(required=False)
    body = forms.CharField(required=False, max_length=MOST_BODY, strip=False)

    def clean_body(self) -> tuple[WrittenBlock, ...]:
        """Return the blocks that the browser named: `[[kind, text], …]`."""
        try:
            blocks = json.loads(self.cleaned_data["body"] or "[]")
            return tuple(
                WrittenBlock(str(kind), str(text) if kind in READ else "")
                for kind, text in blocks[:MOST_BLOCKS]
            )
        except (ValueError, TypeError) as error:
            raise forms.ValidationError(_("The words of the story cannot be read.")) from error

    def written(self) -> Written:
        """Return the story as it is being written."""
        said = self.cleaned_data
        return Written(
            headline=said["headline"],
            standfirst=said["standfirst"],
            blocks=said["body"],
            section_id=said["section"],
            topic_ids=said["topics"],
            named=said["named"],
            address_words=said["address_words"],
        )


class DecisionForm(forms.Form):
    """What somebody decided about one suggestion."""

    ACCEPT, REJECT, CREDIT, CANONICAL = "accept", "reject", "credit", "canonical"

    kind = forms.ChoiceField(choices=Suggested)
    ref = forms.CharField(max_length=200)
    decision = forms.ChoiceField(
        choices=[(one, one) for one in (ACCEPT, REJECT, CREDIT, CANONICAL)]
    )
    after = forms.IntegerField(required=False, min_value=0)
    topic_kind = forms.ChoiceField(required=False, choices=Topic.Kind)

    def clean_topic_kind(self) -> str:
        """Return what a new topic is; a thing, if nobody said."""
        return self.cleaned_data["topic_kind"] or Topic.Kind.THING
