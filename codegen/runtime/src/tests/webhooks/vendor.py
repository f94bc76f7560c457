"""Signs and verifies with Stripe's own package, for `vendor.rs`: reads cases as JSON, and answers them in their order."""

import base64
import json
import sys

from stripe import SignatureVerificationError, WebhookSignature


def verify(case, body):
    try:
        WebhookSignature.verify_header(body, case["header"], case["secret"], None)
    except SignatureVerificationError:
        return False
    return True


def answer(case):
    body = base64.b64decode(case["body"])
    # The package signs texts alone.
    signed = WebhookSignature.generate_signature_header(body.decode(), case["secret"], case["time"])
    return {"verifies": verify(case, body), "verifies_another": verify(case, body + b" "), "header": signed}


json.dump([answer(case) for case in json.load(sys.stdin)], sys.stdout)
