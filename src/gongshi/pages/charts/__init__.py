"""Figures as charts and tiles."""
