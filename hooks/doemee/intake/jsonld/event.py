"""One event of a document, with what it takes to read it."""

from dataclasses import dataclass

from doemee.intake.found import Remarks
from doemee.intake.jsonld.values import Json, Node, Nodes, thing, words
from doemee.write.data.choices import Choices


@dataclass(frozen=True, slots=True)
class Event:
    """The node of an event, the things that it may refer to, the choices of the campaign, and where to remark.

    `language` is the one that its texts are in, where they are not in Dutch.
    """

    node: Node
    by_id: Nodes
    choices: Choices
    remarks: Remarks
    language: str = "nl"

    def thing(self, value: Json) -> Node:
        """The thing that a value is or refers to."""
        return thing(value, self.by_id)

    def words(self, value: Json) -> str:
        """A text in Dutch if there is one, else in its language, else in the first that there is."""
        return words(value, self.language)
