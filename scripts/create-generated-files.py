"""Write again what follows from the declaration of the fields and the tables of data/*.yml.

    python scripts/create-generated-files.py

The issue forms (as `doemee github formulieren` does), the example file and the table of the fields in
CONTRIBUTING.md. Tests compare each with what this would write.
"""

from pathlib import Path

from doemee.github.form_files import form_files
from doemee.load.declared import INITIATIVE
from doemee.project import Project
from doemee.write.data import example_file, field_reference

ROOT = Path(__file__).resolve().parent.parent
GUIDE = "CONTRIBUTING.md"


def main() -> None:
    campaign = Project.open(ROOT).campaign
    fields = campaign.declared(INITIATIVE)
    texts = form_files(campaign) | {
        example_file.PATH: example_file.example_file(campaign),
        GUIDE: field_reference.with_reference((ROOT / GUIDE).read_text(encoding="utf-8"), fields),
    }
    for path, text in texts.items():
        (ROOT / path).write_text(text, encoding="utf-8", newline="\n")
        print(path)


if __name__ == "__main__":
    main()
