"""Tables, whatever program made them: CSV as text, and workbooks.

    bytes ─ csv_file, xlsx_file ▶ rows ─ header ▶ keys of the columns ─ rows ▶ Found

What a column and its cells mean stands in write/data/columns.py, from which the table to download is made too.
"""
