"""Numbers for a Prometheus that watches the portal: `/metrics`, where a key is set."""
