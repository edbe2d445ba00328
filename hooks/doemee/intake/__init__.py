"""Intake: what others have already, and the answers of a person, become files in data/. Nothing here knows the site.

Beside `write`, it comes before the flow: its files are loaded and checked like those that people send in.
"""
