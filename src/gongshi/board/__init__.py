"""The board for staff: stage of every round, what is due, late or blocking. Internal, never public."""
