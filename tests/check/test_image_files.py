"""What is really in a file that calls itself a picture; made here, so that nothing hostile lies in the repository."""

from pathlib import Path

import pytest
from PIL import Image

from doemee.check.images import fault, images_are_usable
from doemee.load.loader import load
from doemee.write.images import MAX_WIDTH, published


def picture(path: Path, size=(64, 48), mode: str = "RGB", kind: str | None = None, **options) -> Path:
    Image.new(mode, size, 120 if mode in ("L", "P") else None).save(path, kind, **options)
    return path


@pytest.mark.parametrize(
    ("name", "mode"), [("a.jpg", "RGB"), ("a.jpeg", "L"), ("a.jpg", "CMYK"), ("a.png", "RGBA"), ("a.png", "P"), ("a.webp", "RGB")]
)
def test_ordinary_pictures_pass(tmp_path, name, mode):
    """JPEG, PNG and WebP, in the colours that cameras and programs write."""
    assert fault(picture(tmp_path / name, mode=mode)) is None


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.jpg", b"", "geen-afbeelding"),
        ("a.jpg", b"<html><script>alert(1)</script>", "geen-afbeelding"),
        ("a.png", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "geen-afbeelding"),
        ("a.png", b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n", "geen-afbeelding"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "geen-afbeelding"),
        ("a.jpg", b"\xff\xd8\xff" + b"\0" * (6 * 1024 * 1024), "afbeelding-te-zwaar"),
    ],
    ids=["empty", "html", "svg", "git lfs", "twisted", "heavy"],
)
def test_what_is_no_picture_is_refused(tmp_path, name, data, code):
    """By what is in it, not by its name; nothing of it is run or unpacked."""
    path = tmp_path / name
    path.write_bytes(data)
    assert fault(path).code == code


def test_a_picture_under_another_s_name_is_told_its_right_one(tmp_path):
    """A PNG that is called .jpg: the message says how to call it."""
    found = fault(picture(tmp_path / "soep.jpg", kind="PNG"))
    assert (found.code, found.hint) == ("verkeerde-extensie", "Noem het soep.png, ook bij `bestand`")


def test_a_bomb_does_not_go_off(tmp_path):
    """Few bytes, hundreds of millions of pixels: refused on its size, before a pixel is unpacked."""
    assert fault(picture(tmp_path / "a.png", (12_000, 12_000), "1")).code == "afbeelding-te-groot"


def test_a_cut_off_picture_is_refused(tmp_path):
    path = picture(tmp_path / "a.jpg", (400, 400))
    path.write_bytes(path.read_bytes()[:300])
    assert fault(path).code == "geen-afbeelding"


def test_a_moving_picture_is_refused(tmp_path):
    frames = [Image.new("RGB", (20, 20), color) for color in ("red", "blue")]
    frames[0].save(tmp_path / "a.webp", save_all=True, append_images=frames[1:])
    assert fault(tmp_path / "a.webp").code == "beweegt"


def test_a_link_to_another_file_is_refused(tmp_path):
    (tmp_path / "a.jpg").symlink_to("/etc/passwd")
    assert fault(tmp_path / "a.jpg").code == "koppeling"


def test_each_file_that_names_it_hears_of_it(tmp_path):
    """The problem stands at `bestand`, in every file that uses the picture."""
    (tmp_path / "soep.jpg").write_bytes(b"x")
    text = (
        "---\ntitel: Soep\nsamenvatting: Soep voor iedereen.\norganisatie: De Linde\ntype: actie\nmomenten: [{datum: 2026-03-07}]\n"
        "bereik: [limburg]\nafbeelding:\n  bestand: soep.jpg\n  alt: Een pot soep\n---\n"
    )
    files = [load(f"data/initiatives/soep-{n}.md", text.encode()) for n in (1, 2)]
    assert [str(problem) for problem in images_are_usable(files, tmp_path)] == [
        f"data/initiatives/soep-{n}.md:9:3: fout: afbeelding.bestand: dit is geen beeld dat we kunnen tonen. Bewaar het als JPEG, PNG of WebP."
        for n in (1, 2)
    ]


def test_where_a_photo_was_taken_is_not_published(tmp_path):
    """EXIF with a place and a camera stays behind; so do comments."""
    exif = Image.Exif()
    exif[0x010F] = "Camera van Jan"
    exif.get_ifd(0x8825)[1] = "N"
    path = picture(tmp_path / "a.jpg", exif=exif, comment=b"bij oma thuis")
    assert b"Camera van Jan" in path.read_bytes()
    data = published(path)
    assert b"Exif" not in data
    assert b"oma" not in data


def test_a_photo_on_its_side_is_published_upright(tmp_path):
    """The way up is in the EXIF that goes, so it is applied first."""
    exif = Image.Exif()
    exif[0x0112] = 6
    (tmp_path / "b.jpg").write_bytes(published(picture(tmp_path / "a.jpg", (60, 40), exif=exif)))
    with Image.open(tmp_path / "b.jpg") as image:
        assert image.size == (40, 60)


def test_a_wide_photo_is_scaled_down_and_a_clear_one_stays_clear(tmp_path):
    (tmp_path / "b.jpg").write_bytes(published(picture(tmp_path / "a.jpg", (4000, 1000))))
    (tmp_path / "b.png").write_bytes(published(picture(tmp_path / "a.png", (10, 10), "RGBA")))
    with Image.open(tmp_path / "b.jpg") as wide, Image.open(tmp_path / "b.png") as clear:
        assert wide.size == (MAX_WIDTH, 400)
        assert clear.mode == "RGBA"


def test_the_same_picture_gives_the_same_bytes(tmp_path):
    path = picture(tmp_path / "a.jpg", (300, 200))
    assert published(path) == published(path)
