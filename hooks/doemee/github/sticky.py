"""One comment per issue or pull request, written again in the same place."""

from doemee.github.gh import Gh

BOT = "github-actions[bot]"
"""Who writes with the token of a workflow."""

ANSWER = "<!-- doemee: antwoord -->"
OVERVIEW = "<!-- doemee: overzicht -->"


def stick(gh: Gh, number: int, marker: str, text: str) -> None:
    """Write the comment with this marker, or write it anew.

    It must be the bot's own: anybody can type the marker, and with this token also the comments of others
    could be changed. What is there already is left alone when it says the same.
    """
    body = f"{marker}\n{text}"
    for comment in gh.pages(f"issues/{number}/comments"):
        if (comment.get("user") or {}).get("login") == BOT and str(comment.get("body") or "").startswith(marker):
            if comment["body"].replace("\r\n", "\n").strip() != body.strip():
                gh.send("PATCH", f"issues/comments/{int(comment['id'])}", {"body": body})
            return
    gh.send("POST", f"issues/{number}/comments", {"body": body})
