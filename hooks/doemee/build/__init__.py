"""Build: the list of outputs, written to a folder, read back and compared, then put in the place of the former site.

Above `write`, whose modules make the bytes, and below the hook, which says when; it serves one page at a time as well.
"""
