"""Load: from the bytes of a file to a typed object, with the line of everything in it.

Bytes become text (source), text a YAML tree (strict_yaml, mending), and the tree the fields of a submission (loader) or
what an editor wrote (editors); whatever is wrong on the way becomes a Trouble, and at the door a Problem of the file.
"""
