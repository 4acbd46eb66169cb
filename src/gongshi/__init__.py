"""Gongshi (公示): from a commission's records to its official notices and its public site."""
