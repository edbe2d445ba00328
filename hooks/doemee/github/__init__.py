"""GitHub: a form becomes a file in a pull request, and a pull request shows how it will look.

The flow of `doemee github issue`:

    event (event) → answers by label (issue_form) → fields (form_fields, moment_line) → a file of ours (draft)
    → problems in the words of the form (answer) → branch, commit and pull request (publish)

The flow of `doemee github comment`: the run (event) → its pull request and files, as data (pull_request)
→ the same check and card as in `doemee check --summary` (overview) → one comment (sticky).

Everything that is read here was written by strangers. It reaches git and gh in files and on standard
input only, never as a part of a command. The environment is read in `commands` and nowhere else.
"""
