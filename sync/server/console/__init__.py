"""The pages of the GUP console. No models: it reads through access.py files and asks actions."""
