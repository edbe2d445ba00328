"""The form holds every field of the declaration, with what a person needs to fill it in."""

import json

import pytest

from doemee.load.submission import Submission, Tip
from doemee.write.pages import form
from tests.example_campaign import campaign


def leaves(fields, path=""):
    for field in fields:
        if field.fields:
            yield from leaves(field.fields, f"{path}{field.key}.")
        else:
            yield f"{path}{field.key}", field


@pytest.mark.parametrize(("model", "order"), [(Submission, form.SECTIONS), (Tip, form.TIP_SECTIONS)])
def test_every_field_stands_in_one_section(model, order):
    """None is forgotten when the model grows, none is asked twice."""
    placed = [key for keys in order.values() for key in keys]
    assert sorted(placed) == sorted([*model.model_fields, form.BODY])


@pytest.mark.parametrize("model", [Submission, Tip])
def test_every_field_has_a_label_and_says_what_it_wants(model):
    """A label for all; where people write something themselves also help and an example."""
    for path, field in leaves(form.form_fields(model, campaign())):
        assert field.label, path
        assert field.help, path
        assert field.example or field.choices or field.kind == "ja-of-nee", path


def test_every_choice_is_one_of_the_campaign():
    """What can be ticked is what `doemee check` accepts."""
    fields = dict(leaves(form.form_fields(Submission, campaign())))
    assert [choice.value for choice in fields["bereik"].choices] == list(campaign().regions)
    assert [choice.value for choice in fields["sdgs"].choices] == [str(number) for number in range(1, 18)]
    assert [choice.value for choice in fields["status"].choices] == ["bevestigd", "volzet", "uitgesteld", "geannuleerd"]


def test_the_declaration_cannot_close_its_element():
    """It stands in a <script> of the page as JSON."""
    text = form.declaration(Submission, campaign(), "https://git.example/</script><script>")
    assert "<" not in text
    assert json.loads(text)["repository"] == "https://git.example/</script><script>"
