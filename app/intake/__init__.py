"""Text in: what a person pastes, types or names becomes a Draft. Read draft.py first."""
