"""What travels between tablets and office, as bytes with a number."""
