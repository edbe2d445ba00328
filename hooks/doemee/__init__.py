"""The core of the site: files of initiatives in, pages and calendar feeds out.

Three verbs, three places; dependencies point one way only:

    load/   a file becomes a typed object that remembers its lines
    check/  objects become problems, in Dutch, with file, line, field and cure
    agenda  what happens when and where, on a given day
    write/  the agenda becomes pages, feeds and data: text or bytes

This package imports no mkdocs, reads no clock and opens no socket: today's date and every time
stamp are arguments, so the same input always gives the same bytes.
"""
