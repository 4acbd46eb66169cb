"""Charts of titles, money and reports, and the tile map of counties."""
