"""What machines fetch: feeds, Atom, schema.org, JSON Schemas, and what the filter and the form need in the browser.

Made of the agenda and the history alone, so each can be tested as bytes; `build` puts it at its address.
"""
