"""The text room's functions for pipes."""

import argparse
import io
import json
import sys

import pytest

from harkara.cli import text as command
from harkara.cli.refusal import Refusal


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    command.add(parser.add_subparsers())
    args = parser.parse_args(["text", *words])
    return int(args.run(args))


@pytest.mark.parametrize(
    ("job", "given", "answer"),
    [
        ("normalise", "लाॅग इन करें ।", "लॉग इन करें।"),
        ("graphemes", "हिन्दी", "2"),
        ("words", "भारत-रूस, 2.5 लाख", "भारत | रूस | 2.5 | लाख"),
        ("sentences", "आए। गए?", "आए। | गए?"),
        ("dates", "सोमवार, 23 नवंबर 2026, शाम 5:05 बजे", "2026-11-23T17:05:00+05:30"),
        ("numbers", "2.5 लाख लोग, ढाई करोड़", "250000 25000000"),
        ("fold", "हिन्दी १२", "हिंदी 12"),
        ("stem", "मंत्रियों की बैठकें", "मंत्री का बैठक"),
        ("romanise", "राजनाथ सिंह", "rajnath singh"),
        ("slug", "एस-400 की डिलीवरी", "s-400-ki-delivery"),
        ("decode", "BJP us dgk fd ljdkj foQy gS", "BJP ने कहा कि सरकार विफल है"),
        ("encode", "सरकार विफल है", "ljdkj foQy gS"),
        ("detect", "BJP us dgk fd ljdkj foQy gS", "4-27:kruti-dev"),
        ("transliterate", "namaste, bjp 24!", "नमस्ते, बीजेपी 24!"),
        ("phonetic", "राजनाथ raajnaath", "rjnt rjnt"),
    ],
)
def test_a_line_in_is_a_line_out(
    job: str, given: str, answer: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(job, given) == 0

    assert capsys.readouterr().out == answer + "\n"


def test_lines_come_from_a_pipe_when_none_are_given(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    piped = "राम\r\n\nश्याम\u2028गया\n".encode() + b"\xff"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(piped)))

    run("romanise")

    assert capsys.readouterr().out == "ram\n\nshyam gaya\n\N{REPLACEMENT CHARACTER}\n"


def test_the_reasons_come_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    run("normalise", "--json", "अाज", "आज")

    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first == {
        "source": "अाज",
        "text": "आज",
        "repairs": [{"name": "split_vowel", "before": "अा", "after": "आ", "at": 0}],
    }
    assert second["repairs"] == []


@pytest.mark.parametrize("job", [job.name for job in command.JOBS])
def test_every_job_explains_itself(job: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(job, "--json", "नाटो की बैठकें")

    explained = json.loads(capsys.readouterr().out)
    assert explained["source"] == "नाटो की बैठकें"
    assert set(explained) - {"source", "text"}


def test_a_whole_line_is_read_in_the_font_that_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run("decode", "--font", "devlys", "is")
    run("decode", "--font", "chanakya", "--json", "·¤æ")

    plain, explained = capsys.readouterr().out.splitlines()
    assert plain == "पे"
    assert json.loads(explained) == {
        "source": "·¤æ",
        "text": "का",
        "runs": [{"font": "chanakya", "before": "·¤æ", "after": "का", "at": 0}],
    }


def test_another_language_has_its_own_habits(capsys: pytest.CaptureFixture[str]) -> None:
    run("normalise", "--language", "mr", "बातमी आहे |")

    assert capsys.readouterr().out == "बातमी आहे |\n"


def test_a_line_too_long_to_hold_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("harkara.cli.text.job.LONGEST_LINE", 8)
    piped = "राम\n".encode() + "श्याम\n".encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(piped)))

    with pytest.raises(Refusal, match="line 1 is longer"):
        run("fold")


def test_options_belong_to_their_job(capsys: pytest.CaptureFixture[str]) -> None:
    run("graphemes", "--cut", "12", "राजनाथ सिंह ने की बात")
    run("numbers", "--words", "1,25,000 लोग और 2.5%")

    assert capsys.readouterr().out == "राजनाथ सिंह…\nएक लाख पच्चीस हजार, 2.5\n"
