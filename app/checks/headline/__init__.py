"""Headlines that say more than, or other than, the story below them."""
