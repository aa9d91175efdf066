"""Figures well formed, by house style: category number_format."""
