"""What was: the versions of the files in git, and what follows from them for calendar apps and for people.

Between `check`, for a version that today's checks refuse was never shown, and `write`: it gives a Revision for each
event of the feeds and the news for the page and the feed of what changed.
"""
