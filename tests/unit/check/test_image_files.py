"""What is really in a file that calls itself a picture; made here, so that nothing hostile lies in the repository."""

from pathlib import Path

import pytest
from PIL import Image

from doemee.check.image_files import fault, images_are_usable, images_are_used
from doemee.load.loader import load
from doemee.write.frame.images import MAX_WIDTH, published, published_size


def picture(path: Path, size=(64, 48), mode: str = "RGB", kind: str | None = None, **options) -> Path:
    Image.new(mode, size, 120 if mode in ("L", "P") else None).save(path, kind, **options)
    return path


@pytest.mark.parametrize(
    ("name", "mode"),
    [("a.jpg", "RGB"), ("a.jpeg", "L"), ("a.jpg", "CMYK"), ("a.png", "RGBA"), ("a.png", "P"), ("a.webp", "RGB")],
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


def test_the_photo_of_a_telephone_with_a_second_one_in_it_passes(tmp_path):
    """MPO: two JPEGs in one file, as many telephones write them. The first one is published."""
    second = Image.new("RGB", (64, 48), "red")
    path = picture(tmp_path / "a.jpg", kind="MPO", save_all=True, append_images=[second])
    assert fault(path) is None
    assert b"MPF" in path.read_bytes()
    assert b"MPF" not in published(path)
    assert published(path)[:3] == b"\xff\xd8\xff"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "dit bestand is leeg"),
        (b"\n<!DOCTYPE html>", "dit is een webpagina, geen beeld"),
        (b"\xef\xbb\xbf<svg>", "een SVG kunnen we niet aannemen: er kan van alles in zitten"),
        (
            b"version https://git-lfs.github.com/spec/v1",
            "hier staat alleen een verwijzing (Git LFS), niet het beeld zelf",
        ),
        (b"\0\0\0\x18ftypheic", "dit is een foto zoals een telefoon ze bewaart (HEIC of AVIF)"),
        (b"soep", "dit is geen beeld dat we kunnen tonen"),
    ],
)
def test_what_it_is_instead_is_said(tmp_path, data, message):
    (tmp_path / "a.jpg").write_bytes(data)
    assert fault(tmp_path / "a.jpg").message == message


def test_twisted_exif_is_no_reason_to_refuse(tmp_path):
    """It stays behind; and Pillow's warnings about it are not the sender's."""
    path = picture(tmp_path / "a.jpg", exif=b"Exif\0\0MM\0*\0\0\0\x08\xff\xff")
    assert fault(path) is None
    assert published_size(path) == (64, 48)
    assert b"Exif" not in published(path)


def test_exactly_enough_pixels_pass(tmp_path):
    assert fault(picture(tmp_path / "a.png", (5000, 5000), "1")) is None
    assert fault(picture(tmp_path / "b.png", (5000, 5001), "1")).code == "afbeelding-te-groot"


def test_each_picture_is_opened_once(tmp_path, monkeypatch):
    """However many files name it, and again only when it has changed."""
    opened = []
    real = Image.open
    monkeypatch.setattr(Image, "open", lambda path, **options: opened.append(path) or real(path, **options))
    (tmp_path / "afbeeldingen").mkdir()
    picture(tmp_path / "afbeeldingen" / "soep.jpg")
    text = "---\ntitel: Soep\nafbeelding: {bestand: soep.jpg, alt: Een pot soep}\n---\n"
    files = [load(f"data/initiatives/soep-{n}.md", text.encode()) for n in range(5)]
    assert list(images_are_usable(files, tmp_path, tmp_path)) == []
    assert list(images_are_usable(files, tmp_path, tmp_path)) == []
    assert len(opened) == 1


def test_a_picture_that_nobody_names_is_warned_of(tmp_path):
    """On its own path. A file that cannot be read in full may name it all the same."""
    (tmp_path / "afbeeldingen").mkdir()
    for name in ("soep.jpg", "brood.jpg", "kaas.jpg", "README.md", ".DS_Store"):
        (tmp_path / "afbeeldingen" / name).touch()
    soup = load("soep.md", b"---\ntitel: Soep\nafbeelding: {bestand: soep.jpg, alt: Een pot soep}\n---\n")
    broken = load("kaas.md", b"---\n- kaas.jpg\n---\n")
    assert [str(problem) for problem in images_are_used([soup, broken], tmp_path, tmp_path)] == [
        "afbeeldingen/brood.jpg:1:1: waarschuwing: geen enkel initiatief gebruikt dit bestand. "
        "Zet de naam bij `afbeelding` in een initiatief, of verwijder het bestand."
    ]


def test_a_link_to_another_file_is_refused(tmp_path):
    (tmp_path / "a.jpg").symlink_to("/etc/passwd")
    assert fault(tmp_path / "a.jpg").code == "koppeling"


def test_each_file_that_names_it_hears_of_it(tmp_path):
    """The problem stands at `bestand`, in every file that uses the picture."""
    (tmp_path / "afbeeldingen").mkdir()
    (tmp_path / "afbeeldingen" / "soep.jpg").write_bytes(b"x")
    text = (
        "---\ntitel: Soep\nsamenvatting: Soep voor iedereen.\norganisatie: De Linde\ntype: actie\nmomenten: [{datum: 2026-03-07}]\n"
        "bereik: [limburg]\nafbeelding:\n  bestand: soep.jpg\n  alt: Een pot soep\n---\n"
    )
    files = [load(f"data/initiatives/soep-{n}.md", text.encode()) for n in (1, 2)]
    assert [str(problem) for problem in images_are_usable(files, tmp_path, tmp_path)] == [
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
        assert image.size == (40, 60) == published_size(tmp_path / "a.jpg")


def test_a_wide_photo_is_scaled_down_and_a_clear_one_stays_clear(tmp_path):
    (tmp_path / "b.jpg").write_bytes(published(picture(tmp_path / "a.jpg", (4000, 1000))))
    (tmp_path / "b.png").write_bytes(published(picture(tmp_path / "a.png", (10, 10), "RGBA")))
    with Image.open(tmp_path / "b.jpg") as wide, Image.open(tmp_path / "b.png") as clear:
        assert wide.size == (MAX_WIDTH, 400) == published_size(tmp_path / "a.jpg")
        assert clear.mode == "RGBA"


def test_nothing_but_pixels_is_published(tmp_path):
    """Also from a PNG and a WebP: no text, no XMP, no place, no colour profile."""
    from PIL.PngImagePlugin import PngInfo

    text = PngInfo()
    text.add_text("Author", "Jan Peeters")
    text.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta>Jan Peeters</x:xmpmeta>")
    exif = Image.Exif()
    exif[0x010F] = "Jan Peeters"
    one = published(picture(tmp_path / "a.png", pnginfo=text, exif=exif))
    other = published(picture(tmp_path / "a.webp", exif=exif, xmp=b"Jan Peeters", icc_profile=b"Jan Peeters"))
    for data in (one, other):
        assert b"Jan Peeters" not in data
    (tmp_path / "b.png").write_bytes(one)
    with Image.open(tmp_path / "b.png") as image:
        assert image.info == {}


def test_deep_greys_keep_their_light(tmp_path):
    """A scan of 16 bits a pixel is brought down to 8, not cut off to white."""
    path = tmp_path / "a.png"
    Image.new("I;16", (4, 4), 32768).save(path)
    (tmp_path / "b.png").write_bytes(published(path))
    with Image.open(tmp_path / "b.png") as image:
        assert image.getpixel((0, 0)) == (127, 127, 127)


def test_the_same_picture_gives_the_same_bytes(tmp_path):
    path = picture(tmp_path / "a.jpg", (300, 200))
    assert published(path) == published(path)
