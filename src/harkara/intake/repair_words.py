"""Repair words: what each lossless repair is called in front of an editor."""

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from harkara.text.legacy import FONTS

_WORDS = {
    "surrogates": _("broken halves of a character"),
    "mojibake": _("text read in the wrong encoding"),
    "mac_mojibake": _("text read in the wrong encoding"),
    "entity": _("mark spelled out for a browser"),
    "windows_marks": _("marks from an old encoding"),
    "line_ends": _("line ends of another kind"),
    "controls": _("control characters"),
    "too_many_marks": _("too many marks on one letter"),
    "composition": _("letter and mark joined in the usual way"),
    "doubled_sign": _("doubled vowel sign"),
    "dot_as_nukta": _("full stop typed as a nukta"),
    "nukta_order": _("nukta in the wrong place"),
    "nasal_order": _("nasal sign in the wrong place"),
    "doubled_nasal": _("doubled nasal sign"),
    "virama_under_sign": _("virama under a vowel sign"),
    "hook_order": _("hook of ra in the wrong place"),
    "sign_before_letter": _("vowel sign before its letter"),
    "sign_before_half": _("vowel sign before its letter"),
    "sign_i_first": _("vowel sign before its letter"),
    "split_moon": _("chandrabindu put together from parts"),
    "split_vowel": _("vowel letter put together from parts"),
    "split_sign": _("vowel sign put together from parts"),
    "strayed_sign": _("vowel sign apart from its letter"),
    "bar_as_danda": _("bar typed as a danda"),
    "colon_as_visarga": _("colon typed as a visarga"),
    "ring_as_abbreviation": _("zero typed as the abbreviation sign"),
    "letter_as_avagraha": _("letter typed as an avagraha"),
    "letter_as_danda": _("letter typed as a danda"),
    "letter_as_zero": _("letter typed as a zero"),
    "visarga_as_colon": _("visarga typed as a colon"),
    "doubled_space": _("doubled space"),
    "space_at_line_end": _("space at the end of a line"),
    "space_before_mark": _("space before a mark"),
    "no_space_after_danda": _("missing space after a danda"),
    "space_in_quotes": _("space inside quotation marks"),
    "odd_spaces": _("unusual space"),
    "zero_width": _("character that nobody sees"),
    "direction_marks": _("mark of writing direction"),
    "joiners": _("joiner that nobody sees"),
}


def repair_words(name: str) -> str:
    """Return what a repair is called; a new one is called a repair of the spelling."""
    if name in FONTS:
        return gettext("typed in the font %(font)s") % {"font": FONTS[name].title}
    return gettext(_WORDS.get(name, _("repair of the spelling")))
