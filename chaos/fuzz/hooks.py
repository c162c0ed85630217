"""What a schema cannot tell the fuzzer: how our webhooks are signed, what a resident's number looks like, and when the office lives."""
import hashlib
import hmac
import json
import random
import time
from datetime import date
from pathlib import Path

import schemathesis
from hypothesis import strategies as st
from schemathesis.generation import GenerationMode

SETTINGS = json.loads(Path(__file__).with_name("settings.json").read_text())
CHANCE = random.Random(SETTINGS["seed"])
SECRETS = {"receiveScans": SETTINGS["courierSecret"], "receiveSmsReceipts": SETTINGS["smsSecret"]}
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)

# The contract's own bounds: 2000 to 2099. The practice office begins on 2026-01-05; what lies around it reaches deeper.
days = st.one_of(
    st.dates(min_value=date(2025, 10, 1), max_value=date(2026, 3, 31)),
    st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)),
).map(str)
schemathesis.openapi.format("date", days)
schemathesis.openapi.format(
    "date-time",
    st.tuples(days, st.times()).map(lambda both: f"{both[0]}T{both[1].isoformat(timespec='seconds')}Z"),
)


class Signature:
    """Signs whatever body is really sent."""

    def __init__(self, secret):
        self.secret = secret.encode()

    def __call__(self, request):
        timestamp = str(int(time.time()))
        body = request.body or b""
        body = body.encode() if isinstance(body, str) else body
        request.headers["X-Baton-Timestamp"] = timestamp
        request.headers["X-Baton-Signature"] = hmac.new(self.secret, timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()
        return request


def resident_id():
    first = f"110101{CHANCE.randint(1970, 1985)}0{CHANCE.randint(1, 9)}1{CHANCE.randint(0, 9)}{CHANCE.randint(0, 999):03}"
    return first + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(first, WEIGHTS)) % 11]


@schemathesis.hook
def before_call(context, case, kwargs):
    operation = case.operation.definition.raw.get("operationId")
    positive = case.meta is None or case.meta.generation.mode == GenerationMode.POSITIVE
    if operation in SECRETS and positive:
        kwargs["auth"] = Signature(SECRETS[operation])
    # Four of five applications are real ones, so that there are transfers to be fuzzed.
    if operation == "acceptTransfer" and positive and isinstance(case.body, dict) and CHANCE.random() < 0.8:
        case.body["person"] = {**case.body["person"], "name": "样例甲", "idNumber": resident_id(), "mobile": "13900000000"}
        case.body["counterpartAreaCode"] = "310000"
        for member in ("occurredAt", "agent", "employer"):
            case.body.pop(member, None)
    # Who shuts himself out tests nothing afterwards.
    if operation == "changeStaff" and (case.path_parameters or {}).get("id") == SETTINGS["staffId"]:
        case.path_parameters["id"] = "00000000-0000-4000-8000-000000000000"


@schemathesis.check
def refusal_has_a_name(context, response, case):
    """`default` documents every status: here it may only be one of the named refusals, under its own number."""
    if response.status_code < 400 or not response.content:
        return
    problem = response.json()
    name = problem["type"].removeprefix("/problems/")
    known = {SETTINGS["refusals"].get(name)} | ({405, 406} if name == "not-found" else set())
    assert response.status_code in known, f"{response.status_code} {problem['type']} is no refusal of ours"
    assert problem["status"] == response.status_code, "the problem tells another status"
