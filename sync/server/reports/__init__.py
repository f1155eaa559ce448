"""Reports as the office handles them."""
