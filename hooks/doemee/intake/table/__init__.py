"""Tables, whatever program made them: CSV as text, and workbooks.

bytes ─ csv_file, xlsx_file ▶ rows ─ rows ▶ Found      what a column means stands in write/data/columns.py
"""
