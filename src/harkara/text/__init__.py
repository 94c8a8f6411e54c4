"""The text room: Devanagari as plain functions.

Two kinds of function are kept apart. *Lossless* ones give what is stored and shown: `normalise`
repairs, `legacy` reads old fonts, `graphemes`, `width` and `reading_time` measure, `tokens` takes
apart, `dates` and `numbers` write, `date_reading`, `relative_dates` and `number_reading` read.
*Lossy* ones give keys to match or address by, never to be shown as the text itself: `fold`,
`stem`, `romanise`, `slug`, `phonetic`. `lexicon`, `sounding` and `transliterate` go the other way:
from what was typed in Roman letters to words that may have been meant, ranked.

Import from the module that names the thing: `from harkara.text.normalise import normalise`.
"""
