"""The desk's pages. READ queue.py (the list) and review.py (one draft) first; all changes go through app/desk/actions.py."""
