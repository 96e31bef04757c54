"""What the portal writes into its log, and what it never does."""
