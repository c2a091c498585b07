"""Keeps schemathesis to stores of the engine `bench`, a few of them, lets it ask for stores that are there, as who holds the token."""

import os
import random

import schemathesis

CAP = int(os.environ["STORES_CAP"])
IDS_FILE = os.environ["STORES_FILE"]
with open(os.environ["TOKEN_FILE"]) as token:
    AUTHORIZATION = "Bearer " + token.read().strip()
made = []


@schemathesis.hook
def before_call(context, case, kwargs):
    operation = f"{case.method.upper()} {case.operation.path}"
    # as a program, not as a browser, whose writes are taken from the dashboard's pages alone
    case.headers = {**(case.headers or {}), "Authorization": AUTHORIZATION}
    case.cookies = {}
    if operation == "POST /stores" and isinstance(case.body, dict):
        if "name" in case.body and isinstance(case.body.get("engine"), str):
            if len(made) >= CAP:
                case.body["engine"] = "no-such-engine"
            elif random.random() < 0.8:
                case.body["engine"] = "bench"
                case.body.pop("values", None)
                case.body["plan"] = "small"
        if case.body.get("engine") in ("medusa", "woocommerce"):
            case.body["engine"] = "no-such-engine"
    if operation == "GET /stores/{id}/events":
        # a stream does not end; the tests of store-api follow it
        case.headers = {**(case.headers or {}), "Accept": "application/json"}
    if "/stores/{id}" in case.operation.path and made and random.random() < 0.5:
        case.path_parameters["id"] = random.choice(made)


@schemathesis.hook
def after_call(context, case, response):
    if case.method.upper() == "POST" and case.operation.path == "/stores" and response.status_code == 202:
        made.append(response.json()["id"])
        with open(IDS_FILE, "a") as ids:
            ids.write(made[-1] + "\n")
