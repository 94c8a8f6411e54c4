"""The store in a folder: what lies where, and what a crash leaves."""

import os
import threading
from pathlib import Path

import brotli
import pytest

from harkara.press.stores import DiskStore, Page, staging

HTML = "text/html; charset=utf-8"


class Cut(Exception):
    """The machine stops here."""


def page(number: int) -> Page:
    return Page(f"<p>खबर {number}</p>".encode() * 200, HTML)


def names(root: Path) -> list[str]:
    return sorted(str(file.relative_to(root)) for file in root.rglob("*") if file.is_file())


def test_a_page_is_a_file_with_its_twins_beside_it(tmp_path: Path) -> None:
    DiskStore(tmp_path).put("/desh/bandh-12/", page(1))

    assert names(tmp_path) == [f"desh/bandh-12/index.html{ending}" for ending in ("", ".br", ".gz")]


def test_a_web_server_of_another_user_can_read_the_files(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        DiskStore(tmp_path).put("/desh/", page(1))
    finally:
        os.umask(before)

    assert (tmp_path / "desh" / "index.html").stat().st_mode & 0o777 == 0o644


def test_the_same_page_gives_the_same_bytes_in_every_file(tmp_path: Path) -> None:
    for root in ("a", "b"):
        DiskStore(tmp_path / root).put("/desh/", page(1))

    pairs = zip(
        sorted((tmp_path / "a").rglob("*.*")), sorted((tmp_path / "b").rglob("*.*")), strict=True
    )
    assert all(one.read_bytes() == other.read_bytes() for one, other in pairs)


def test_deleting_prunes_the_folders_it_leaves_empty_and_no_others(tmp_path: Path) -> None:
    store = DiskStore(tmp_path)
    store.put("/desh/", page(1))
    store.put("/desh/2026/11/", page(2))

    store.delete("/desh/2026/11/")

    assert not (tmp_path / "desh" / "2026").exists()
    assert (tmp_path / "desh" / "index.html").exists()
    store.delete("/desh/")
    assert tmp_path.is_dir()


def test_a_folder_pruned_while_a_page_is_staged_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_folder = staging.make_folder
    pruned: list[Path] = []

    def prune_once(folder: Path) -> None:
        make_folder(folder)
        if not pruned and folder.name == "desh":
            pruned.append(folder)
            folder.rmdir()

    monkeypatch.setattr(staging, "make_folder", prune_once)
    store = DiskStore(tmp_path)
    store.put("/desh/", page(1))

    assert pruned
    assert store.holds("/desh/", page(1))


def test_a_page_cannot_stand_where_a_folder_of_pages_is(tmp_path: Path) -> None:
    store = DiskStore(tmp_path)
    store.put("/desh/bandh/", page(1))

    with pytest.raises(OSError, match="desh"):
        store.put("/desh", page(2))
    assert store.read("/desh") is None
    assert list(store.paths()) == ["/desh/bandh/"]


def test_a_full_disk_leaves_the_old_page_and_no_debris(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = DiskStore(tmp_path)
    store.put("/desh/", page(1))
    before = names(tmp_path)

    def full(_file: int) -> None:
        message = "No space left on device"
        raise OSError(28, message)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        store.put("/desh/", page(2))

    assert names(tmp_path) == before
    assert store.holds("/desh/", page(1))


def test_what_a_killed_process_left_is_cleared_when_it_is_old(tmp_path: Path) -> None:
    store = DiskStore(tmp_path)
    store.put("/desh/", page(1))
    left, fresh = (tmp_path / "desh" / f"{staging.TEMPORARY}{name}" for name in ("old", "fresh"))
    for file in (left, fresh):
        file.write_bytes(b"half a page")
    os.utime(left, (0, 0))

    cleared = store.tidy()

    assert cleared == 1
    assert (left.exists(), fresh.exists()) == (False, True)
    assert list(store.paths()) == ["/desh/"]


def test_a_twin_whose_page_is_gone_is_still_listed(tmp_path: Path) -> None:
    store = DiskStore(tmp_path)
    store.put("/desh/", page(1))
    (tmp_path / "desh" / "index.html").unlink()

    assert set(store.paths()) == {"/desh/"}
    store.delete("/desh/")
    assert names(tmp_path) == []


def test_a_missing_twin_means_the_page_is_not_held(tmp_path: Path) -> None:
    store = DiskStore(tmp_path)
    store.put("/desh/", page(1))
    (tmp_path / "desh" / "index.html.br").unlink()

    assert not store.holds("/desh/", page(1))


@pytest.mark.parametrize("stop", range(7))
def test_wherever_it_stops_no_twin_stands_beside_other_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: int
) -> None:
    store = DiskStore(tmp_path)
    store.put("/desh/", page(1))
    staged = store.stage("/desh/", page(2))

    stop_after(monkeypatch, stop)
    done = False
    try:
        staged.place()
        done = True
    except Cut:
        pass
    monkeypatch.undo()

    plain = store.read("/desh/")
    twin = store.read("/desh/", {"br"})
    assert plain is not None
    assert twin is not None
    assert plain.body in (page(1).body, page(2).body)
    assert twin.encoding == "identity" or brotli.decompress(twin.body) == plain.body
    assert done == (stop == 6)
    store.put("/desh/", page(2))
    assert store.holds("/desh/", page(2))


def stop_after(monkeypatch: pytest.MonkeyPatch, steps: int) -> None:
    """Let the disk do so many renames and unlinks, then stop."""
    left = [steps]

    def counted(name: str) -> None:
        real = getattr(Path, name)

        def step(self: Path, *args: object, **named: object) -> object:
            if not left[0]:
                raise Cut
            left[0] -= 1
            return real(self, *args, **named)

        monkeypatch.setattr(Path, name, step)

    counted("replace")
    counted("unlink")


def test_readers_see_whole_pages_while_they_are_replaced(tmp_path: Path) -> None:
    store = DiskStore(tmp_path)
    pages = {page(number).body for number in range(40)}
    store.put("/desh/", page(0))
    stop = threading.Event()
    seen: set[object] = set()
    torn: list[object] = []

    def reader(encoding: str) -> None:
        while not stop.is_set():
            stored = store.read("/desh/", {encoding})
            body = stored and (
                brotli.decompress(stored.body) if stored.encoding == "br" else stored.body
            )
            (seen.add if body in pages else torn.append)(body)

    readers = [threading.Thread(target=reader, args=(name,)) for name in ("br", "identity")]
    for thread in readers:
        thread.start()
    for number in range(1, 40):
        store.put("/desh/", page(number))
    stop.set()
    for thread in readers:
        thread.join()

    assert torn == []
    assert seen
