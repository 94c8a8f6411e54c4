"""The Jinja2 environment of readers' pages."""

from collections.abc import Mapping
from typing import Any

from django.template import engines
from django.utils import translation
from jinja2 import Environment, StrictUndefined

from harkara.web import ads, assets


def environment(**options: Any) -> Environment:
    """Return the environment Django asks for: strict about names, and speaking through gettext.

    A name that a presenter did not give is an error at once, never a gap on the page.
    """
    options |= {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    made = Environment(extensions=["jinja2.ext.i18n"], **options)  # noqa: S701 (Django sets it)
    made.install_gettext_callables(  # type: ignore[attr-defined]  # added by the extension
        translation.gettext, translation.ngettext, newstyle=True
    )
    made.globals |= {"asset": assets.address, "ad": ads.slot}
    return made


def render(template: str, context: Mapping[str, object]) -> str:
    """Return the text of one of the readers' templates."""
    return str(engines["web"].get_template(f"web/{template}").render(dict(context)))
