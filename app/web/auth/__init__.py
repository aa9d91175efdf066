"""Who may see what: signing in, one-time links, people and desks. Read access.py first."""
