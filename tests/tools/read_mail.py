"""Reads internet messages (RFC 5322), divided by NUL, from standard input with Python's own parser and
prints what each says as JSON, in the shape `support/mailbox.rs` knows.
"""

import json
import sys
from email import message_from_bytes, policy


def read(raw):
    message = message_from_bytes(raw, policy=policy.default)
    plain = message.get_body(preferencelist=("plain",))
    html = message.get_body(preferencelist=("html",))
    return {
        "headers": {name.lower(): str(value) for name, value in message.items()},
        "names": [name.lower() for name in message.keys()],
        "defects": [str(defect) for part in message.walk() for defect in part.defects],
        "text": plain.get_content().replace("\r\n", "\n") if plain else "",
        "html": html.get_content() if html else "",
        "attachments": [
            {"name": part.get_filename(), "type": part.get_content_type(), "text": part.get_content()}
            for part in message.iter_attachments()
        ],
    }


raws = [raw for raw in sys.stdin.buffer.read().split(b"\0") if raw]
json.dump([read(raw) for raw in raws], sys.stdout)
