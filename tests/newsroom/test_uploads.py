"""What the desk takes in as files, and who gets to see it."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.documents import get_document_model

from harkara.newsroom.models import Photo

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'


def upload(client: Client, name: str, content: bytes) -> Any:
    """Hand a file to the photo form and return the answer."""
    words = {"title": "पुल", "alt": "नदी पर पुल", "credit": "मीरा चौहान"}
    file = SimpleUploadedFile(name, content, "image/png")
    return client.post(reverse("wagtailimages:add"), {**words, "file": file})


def png(width: int, height: int) -> bytes:
    """Return a blank picture, which weighs next to nothing."""
    written = BytesIO()
    Image.new("1", (width, height)).save(written, "PNG")
    return written.getvalue()


def test_a_picture_is_taken(at_the_desk: Client) -> None:
    assert upload(at_the_desk, "pul.png", png(40, 30)).status_code == 302


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("pul.svg", SVG),
        ("pul.png", SVG),
        ("pul.png", b"<html><script>alert(1)</script>"),
        ("pul.html", png(40, 30)),
    ],
)
def test_what_is_no_picture_is_refused(at_the_desk: Client, name: str, content: bytes) -> None:
    response = upload(at_the_desk, name, content)

    assert "file" in response.context["form"].errors
    assert not Photo.objects.exists()


def test_a_small_file_that_unpacks_to_a_flood_is_refused(at_the_desk: Client) -> None:
    bomb = png(8000, 8000)

    response = upload(at_the_desk, "bam.png", bomb)

    assert len(bomb) < 20_000
    assert "file" in response.context["form"].errors


def test_a_document_is_the_desks_alone(at_the_desk: Client) -> None:
    file = SimpleUploadedFile("aadesh.pdf", b"%PDF-1.7")
    document = get_document_model().objects.create(title="आदेश", file=file)

    desk = at_the_desk.get(document.url)
    stranger = Client().get(document.url)
    desk.close()

    assert (desk.status_code, stranger.status_code) == (200, 404)
