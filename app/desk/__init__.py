"""The desk: who may do what with a draft, from the queue to sign-off; pure. Read states.py first, then actions.py."""
