"""Figures, dates and durations that agree with each other: category number_consistency."""
