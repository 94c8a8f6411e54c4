"""The text room: Devanagari as plain functions.

Two kinds of function are kept apart. *Lossless* ones (`normalise`, `graphemes`, `tokens`,
`dates`, `numbers`) give what is stored and shown. *Lossy* ones (`fold`, `stem`, `romanise`,
`slug`) give keys to match or address by, never to be shown as the text itself.

Import from the module that names the thing: `from harkara.text.normalise import normalise`.
"""
