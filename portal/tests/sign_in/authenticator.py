"""A device that makes passkeys and signs with them, as a browser hands its answers on.

Shapes of WebAuthn Level 3: 5.1 (the answers in JSON), 6.1 (what is signed).
"""

import hashlib
import json
import secrets
import struct

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url

_PRESENT, _VERIFIED, _HAS_KEY = 0x01, 0x04, 0x40


class Authenticator:
    def __init__(self) -> None:
        self.secret = ec.generate_private_key(ec.SECP256R1())
        self.id = secrets.token_bytes(32)
        self.signed = 0

    def make(self, options: str, origin: str) -> str:
        """The answer to a question for a new key."""
        asked = json.loads(options)
        point = self.secret.public_key().public_numbers()
        x, y = (one.to_bytes(32, "big") for one in (point.x, point.y))
        key = cbor2.dumps({1: 2, 3: -7, -1: 1, -2: x, -3: y})
        made = bytes(16) + struct.pack(">H", len(self.id)) + self.id + key
        data = self._data(asked["rp"]["id"], _HAS_KEY) + made
        attested = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        client = _client("webauthn.create", asked["challenge"], origin)
        return self._answer(clientDataJSON=client, attestationObject=attested)

    def sign(self, options: str, origin: str) -> str:
        """The answer to a question for a signature."""
        asked = json.loads(options)
        self.signed += 1
        data = self._data(asked["rpId"])
        client = _client("webauthn.get", asked["challenge"], origin)
        said = data + hashlib.sha256(client).digest()
        return self._answer(
            clientDataJSON=client,
            authenticatorData=data,
            signature=self.secret.sign(said, ec.ECDSA(hashes.SHA256())),
        )

    def _data(self, host: str, flags: int = 0) -> bytes:
        flags |= _PRESENT | _VERIFIED
        digest = hashlib.sha256(host.encode()).digest()
        return digest + struct.pack(">BI", flags, self.signed)

    def _answer(self, **response: bytes) -> str:
        name = bytes_to_base64url(self.id)
        texts = {key: bytes_to_base64url(value) for key, value in response.items()}
        return json.dumps(
            {"id": name, "rawId": name, "type": "public-key", "response": texts}
        )


def _client(kind: str, challenge: str, origin: str) -> bytes:
    assert base64url_to_bytes(challenge)
    said = {"type": kind, "challenge": challenge, "origin": origin}
    return json.dumps(said | {"crossOrigin": False}).encode()
