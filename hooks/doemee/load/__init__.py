"""Load: from the bytes of a file to a typed object, with the line of everything in it."""
