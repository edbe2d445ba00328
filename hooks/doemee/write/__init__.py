"""Write: the agenda becomes text or bytes; each module is one kind of output.

`data` holds what machines fetch, `frame` what all pages share, `pages` the pages; `build` puts them at their addresses.
"""
