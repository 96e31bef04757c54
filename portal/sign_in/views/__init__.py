"""The screens on the way into the admin."""
