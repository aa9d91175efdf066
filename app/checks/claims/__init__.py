"""What the paper asserts in its own voice and cannot know: category unattributed_claim. Read app/facts/claims.py first."""
