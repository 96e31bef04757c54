"""Who comes into the admin: password, second factor, limits, known browsers."""
