"""Load: from the bytes of a file to a typed object, with the line of everything in it.

First in the flow, it never raises for what is in a file: what cannot be read is a problem among the others.
Bytes become text (source), text a YAML tree (strict_yaml, mending), and the tree the fields of a submission (loader) or
what an editor wrote (editors).
"""
