"""Checks: Document -> flags, one check a file, foldered by what it is about. Read check.py, then any check."""
