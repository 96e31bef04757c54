"""A channel for short messages that only remembers."""

PATH = f"{__name__}.Telephone"


class Telephone:
    available = True
    rang: list[tuple[str, str]] = []

    def send(self, phone: str, text: str) -> None:
        self.rang.append((phone, text))
