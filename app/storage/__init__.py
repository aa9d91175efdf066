"""What outlives a request: words, decisions, people, drafts and the audit. Read database.py first, then tables.py."""
