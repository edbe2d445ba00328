"""Intake: what others have already, and the answers of a person, become files in data/. Nothing here knows the site."""
