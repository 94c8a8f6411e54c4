"""The jobs of `bench/suggest.py`: a file for each thing that is suggested.

Each has `measure(data) -> Iterator[Figure]`. A set that is not in the folder is passed over.
"""

LONG = ("section_million",)
