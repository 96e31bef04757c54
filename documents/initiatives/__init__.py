"""The showcase of initiatives: its rules, its listing, what its pages show."""
