"""Writes vectors.json: deliveries signed by Python's own `hmac`, and what becomes of each.

    python3 vectors.py > vectors.json
"""
import base64
import hashlib
import hmac
import json

NOW = 1_756_296_000
SECRET = "whsec_test_one"
OTHER = "whsec_test_two"
KEY = "whsec_" + base64.b64encode(b"a key of twenty-four by!").decode()
OTHER_KEY = "whsec_" + base64.b64encode(b"another key of 24 bytes!").decode()
BODY = b'{"id": "evt_123", "object": "event"}'
CASES = []


def mac(key, signed):
    return hmac.new(key, signed, hashlib.sha256).digest()


def v1(body=BODY, secret=SECRET, time=NOW):
    return mac(secret.encode(), str(time).encode() + b"." + body).hex()


def case(scheme, name, headers, result="ok", body=BODY, secrets=(SECRET,), now=NOW, tolerance="default"):
    CASES.append({
        "scheme": scheme, "name": name, "headers": headers, "body": base64.b64encode(body).decode(),
        "secrets": list(secrets), "now": now, "tolerance": tolerance, "result": result,
    })


def stripe(name, header, result="ok", **more):
    case("stripe", name, {"Stripe-Signature": header}, result, **more)


def signed(time=NOW, **more):
    return f"t={time},v1={v1(time=time, **more)}"


stripe("one signature", signed())
stripe("a body that is no UTF-8", signed(body=b"\xff\xfe\x00{}"), body=b"\xff\xfe\x00{}")
stripe("an empty body", signed(body=b""), body=b"")
stripe("a large body", signed(body=b"x" * 2_000), body=b"x" * 2_000)
stripe("the new secret is the second one", signed(secret=OTHER), secrets=[SECRET, OTHER])
stripe("the old secret is the second one", signed(), secrets=[OTHER, SECRET])
stripe("both secrets signed it", f"t={NOW},v1={v1(secret=OTHER)},v1={v1()}")
stripe("both secrets signed it, in the other order", f"t={NOW},v1={v1()},v1={v1(secret=OTHER)}")
stripe("the time comes last", f"v1={v1()},t={NOW}")
stripe("another scheme beside it", f"t={NOW},v0={v1()},v1={v1()}")
stripe("a scheme that is not known beside it", f"t={NOW},v2=abc,v1={v1()}")
stripe("a word without a value beside it", f"t={NOW},odd,v1={v1()}")
stripe("the signature of another secret", signed(secret=OTHER), "wrong-signature")
stripe("two signatures of other secrets", f"t={NOW},v1={v1(secret=OTHER)},v1={v1(secret='third')}", "wrong-signature")
stripe("another body", signed(), "wrong-signature", body=BODY + b" ")
stripe("a body that was parsed and written again", signed(), "wrong-signature", body=json.dumps(json.loads(BODY), separators=(",", ":")).encode())
stripe("another time than was signed", f"t={NOW + 1},v1={v1()}", "wrong-signature")
stripe("upper case", f"t={NOW},v1={v1().upper()}", "wrong-signature")
stripe("half a signature", f"t={NOW},v1={v1()[:32]}", "wrong-signature")
stripe("a signature and more", f"t={NOW},v1={v1()}00", "wrong-signature")
stripe("a signature that is empty", f"t={NOW},v1=", "wrong-signature")
stripe("a signature that is no hex", f"t={NOW},v1={'zz' * 32}", "wrong-signature")
stripe("an equals sign behind the signature", f"t={NOW},v1={v1()}=", "wrong-signature")
stripe("a space behind the comma", f"t={NOW}, v1={v1()}", "invalid-header")
stripe("a space before the signature", f"t={NOW},v1= {v1()}", "wrong-signature")
stripe("a space before the time", f"t= {NOW},v1={v1()}", "invalid-header")
stripe("only a signature of the scheme for tests", f"t={NOW},v0={v1()}", "invalid-header")
stripe("a time that is a word", f"t=now,v1={v1()}", "invalid-header")
stripe("a time below zero", f"t=-1,v1={v1(time=-1)}", "invalid-header")
stripe("a time beyond all", f"t=99999999999999999999,v1={v1(time=99999999999999999999)}", "invalid-header")
stripe("no time", f"v1={v1()}", "invalid-header")
stripe("an empty header", "", "invalid-header")
stripe("a header that says something else", "hello", "invalid-header")
case("stripe", "no header", {}, "missing-header")
case("stripe", "the header in lower case", {"stripe-signature": signed()})
stripe("299 seconds old", signed(NOW - 299))
stripe("300 seconds old", signed(NOW - 300))
stripe("301 seconds old", signed(NOW - 301), "too-old")
stripe("a day in the future", signed(NOW + 86_400))
stripe("ten seconds old where five are allowed", signed(NOW - 10), "too-old", tolerance=5)
stripe("five seconds old where five are allowed", signed(NOW - 5), tolerance=5)
stripe("a year old without a tolerance", signed(NOW - 31_536_000), tolerance=None)
stripe("a year old with a tolerance of nothing", signed(NOW - 31_536_000), tolerance=0)
stripe("a forged one that is old as well", signed(NOW - 301, secret=OTHER), "wrong-signature")
stripe("an empty secret, with which anybody could sign", signed(secret=""), "invalid-secret", secrets=[""])
stripe("an empty secret beside a right one", signed(), "invalid-secret", secrets=[SECRET, ""])
stripe("no secret", signed(), "invalid-secret", secrets=[])


def pairs(name, header, result="ok", **more):
    case("pairs", name, {"Paddle-Signature": header}, result, **more)


def h1(time=NOW, body=BODY, secret=SECRET):
    return f"ts={time};h1=" + mac(secret.encode(), str(time).encode() + b":" + body).hex()


pairs("one signature", h1())
pairs("two signatures, the second right", h1(secret=OTHER) + ";" + h1().split(";")[1])
pairs("a comma between the pairs", h1().replace(";", ","), "invalid-header")
pairs("a dot between what is signed", f"ts={NOW};h1={v1()}", "wrong-signature")
pairs("another secret", h1(secret=OTHER), "wrong-signature")
pairs("301 seconds old", h1(NOW - 301), "too-old")
pairs("301 seconds ahead", h1(NOW + 301), "too-new")


def entry(key=KEY, body=BODY, time=NOW, name="msg_1"):
    raw = base64.b64decode(key.removeprefix("whsec_"))
    return "v1," + base64.b64encode(mac(raw, f"{name}.{time}.".encode() + body)).decode()


def standard(name, signature, result="ok", time=NOW, ident="msg_1", secrets=(KEY,), **more):
    headers = {"webhook-id": ident, "webhook-timestamp": str(time), "webhook-signature": signature}
    headers = {name: value for name, value in headers.items() if value != "None"}
    case("standard", name, headers, result, secrets=secrets, **more)


standard("one signature", entry())
standard("a secret without its prefix", entry(), secrets=[KEY.removeprefix("whsec_")])
standard("two signatures, the second right", f"{entry(OTHER_KEY)} {entry()}")
standard("two secrets", entry(OTHER_KEY), secrets=[KEY, OTHER_KEY])
standard("an asymmetric signature beside it", f"v1a,abc {entry()}")
standard("another identifier", entry(name="msg_2"), "wrong-signature")
standard("another body", entry(), "wrong-signature", body=b"{}")
standard("another secret", entry(OTHER_KEY), "wrong-signature")
standard("the text of the secret as the key", "v1," + base64.b64encode(mac(KEY.encode(), f"msg_1.{NOW}.".encode() + BODY)).decode(), "wrong-signature")
standard("a body that is no UTF-8", entry(body=b"\xff"), body=b"\xff")
standard("only an asymmetric signature", "v1a,abc", "invalid-header")
standard("300 seconds old", entry(time=NOW - 300), time=NOW - 300)
standard("301 seconds old", entry(time=NOW - 301), "too-old", time=NOW - 301)
standard("300 seconds ahead", entry(time=NOW + 300), time=NOW + 300)
standard("301 seconds ahead", entry(time=NOW + 301), "too-new", time=NOW + 301)
standard("a day ahead without a tolerance", entry(time=NOW + 86_400), time=NOW + 86_400, tolerance=None)
standard("no identifier", entry(), "missing-header", ident="None")
standard("no time", entry(), "missing-header", time=None)
standard("a secret that is no Base64", entry(), "invalid-secret", secrets=["whsec_not base64"])
standard("a secret of nothing", entry(), "invalid-secret", secrets=["whsec_"])


def hub(body=BODY, secret=SECRET):
    return "sha256=" + mac(secret.encode(), body).hex()


def plain(name, header, result="ok", **more):
    case("plain", name, {"X-Hub-Signature-256": header}, result, **more)


plain("one signature", hub())
plain("any age, since nothing says when", hub(), now=NOW + 10**9)
plain("without its prefix", hub().removeprefix("sha256="), "invalid-header")
plain("another secret", hub(secret=OTHER), "wrong-signature")
plain("another body", hub(), "wrong-signature", body=b"")

print(json.dumps(CASES, indent=1))
