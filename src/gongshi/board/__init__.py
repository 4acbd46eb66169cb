"""The board of staff: where every round stands, what is due, what is late, what blocks. Internal, never public."""
