"""The pages: one module per kind of page, and the parts that several of them have.

Each gets the agenda and a renderer and gives a Page, still without its layout; `build` adds that and writes it.
"""
