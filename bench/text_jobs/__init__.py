"""The jobs of `bench/text.py`: a file for each subject of the text room.

Each has `measure(data) -> Iterator[Figure]`. A set that is not in the folder is passed over.
"""
