"""What waits for somebody who signs in: the admin's first screen, *Việc hôm nay*."""
