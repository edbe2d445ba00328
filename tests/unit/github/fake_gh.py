"""Stands in for `gh api`: answers from a file and writes down every call. Refuses what the real one would not know."""

import json
import re
import sys
from pathlib import Path

BOT = "github-actions[bot]"


def answered(arguments: list[str], given: str, file: Path) -> str:
    """What `gh` with these arguments prints, when this is on its standard input. Raises SystemExit where it fails."""
    state = json.loads(file.read_text(encoding="utf-8"))
    words = iter(arguments)
    if next(words) != "api":
        sys.exit("alleen `gh api`")
    method, query, reads, path = "GET", {}, False, ""
    for word in words:
        if word == "--method":
            method = next(words)
        elif word == "--raw-field":
            key, _, value = next(words).partition("=")
            query[key] = value
        elif word == "--input":
            reads = next(words) == "-"
        elif not path and not word.startswith("-"):
            path = word
        else:
            sys.exit(f"onbekend: {word}")
    content = json.loads(given) if reads else {}
    state["calls"].append({"method": method, "path": path, "query": query, "content": content})
    prefix = f"repos/{state['repository']}/"
    if not path.startswith(prefix) or state.get("broken"):
        sys.exit("HTTP 404: ::error::Not Found")
    answer = respond(state, method, path.removeprefix(prefix), query, content)
    file.write_text(json.dumps(state), encoding="utf-8")
    return json.dumps(answer)


def respond(state: dict, method: str, path: str, query: dict, content: dict):
    if match := re.fullmatch(r"issues/(\d+)/comments", path):
        comments = state["comments"].setdefault(match[1], [])
        if method == "GET":
            return page(comments, query)
        comments.append(
            {"id": sum(map(len, state["comments"].values())), "body": content["body"], "user": {"login": BOT}}
        )
        return comments[-1]
    if (match := re.fullmatch(r"issues/comments/(\d+)", path)) and method == "PATCH":
        (comment,) = (c for cs in state["comments"].values() for c in cs if c["id"] == int(match[1]))
        comment["body"] = content["body"]
        return comment
    if path == "pulls" and method == "GET":
        owner, _, branch = query["head"].partition(":")
        found = [p for p in state["pulls"] if p["head"]["ref"] == branch and p["head"]["user"]["login"] == owner]
        return [p for p in found if query["state"] in ("all", p["state"])]
    if path == "pulls" and method == "POST":
        number = 100 + len(state["pulls"])
        owner = state["repository"].split("/")[0]
        pull = {
            "number": number,
            "state": "open",
            "merged_at": None,
            "title": content["title"],
            "body": content["body"],
        }
        pull |= {"html_url": f"https://github.com/{state['repository']}/pull/{number}"}
        pull |= {"head": {"ref": content["head"], "repo": {"full_name": state["repository"]}, "user": {"login": owner}}}
        pull |= {"base": {"ref": content["base"], "repo": {"full_name": state["repository"]}}}
        state["pulls"].append(pull)
        return pull
    if (match := re.fullmatch(r"pulls/(\d+)", path)) and method == "PATCH":
        (pull,) = (p for p in state["pulls"] if p["number"] == int(match[1]))
        pull.update(content)
        return pull
    if (match := re.fullmatch(r"pulls/(\d+)/files", path)) and method == "GET":
        return page(state["files"][match[1]], query)
    if (match := re.fullmatch(r"git/blobs/([0-9a-f]{40})", path)) and method == "GET":
        return {"content": state["blobs"][match[1]], "encoding": "base64"}
    return sys.exit(f"HTTP 404: {method} {path}")


def page(items: list, query: dict) -> list:
    size, number = int(query["per_page"]), int(query["page"])
    return items[size * (number - 1) : size * number]
