"""Attribution gone wrong: no speaker, a verb that judges, a source with no name and no reason: category attribution."""
