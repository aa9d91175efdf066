"""The courier: takes what is in the outbox out of the house, by the newsroom's mail server and its webhooks, beside the server.

Off unless SMTP_HOST or WEBHOOK_URLS is set. What goes out says who did what to which draft, never a word of it.
"""

from __future__ import annotations

import datetime
import hashlib
import hmac
import json
import logging
import smtplib
import ssl
import threading
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from typing import Any

import requests
from flask import Flask

from app.storage.database import Database, DatabaseUnavailable
from app.storage.outbox import SETTLED, Message, gather, note_failed, note_sent, take_due
from app.web.security import base_url

logger = logging.getLogger(__name__)
EVERY_SECONDS = 5
TIMEOUT_SECONDS = 15
SIGNATURE = "X-Copydesk-Signature"


def is_wanted(config: dict[str, Any]) -> bool:
    """Whether the settings name a mail server or a webhook."""
    return bool(config["SMTP_HOST"] or config["WEBHOOK_URLS"])


def start_courier(app: Flask) -> None:
    """Run the courier in a thread of this process, where one is wanted."""
    if is_wanted(app.config):
        threading.Thread(target=_keep_going, args=(app,), name="courier", daemon=True).start()


def run_once(app: Flask, *, settled: datetime.timedelta = SETTLED) -> int:
    """Gather what is new and send what is due; return how many messages went out."""
    database: Database = app.extensions["copydesk.database"]
    gather(database, by_mail=bool(app.config["SMTP_HOST"]), webhooks=app.config["WEBHOOK_URLS"], settled=settled)
    sent = 0
    for message in take_due(database):
        try:
            (_mail if message.way == "email" else _post)(app.config, message)
        except Exception as error:
            # Whatever it is: one address that no letter can bear must not hold up everybody else's.
            # Its type alone: a server's own words may quote what was sent.
            again = note_failed(database, message, type(error).__name__)
            then = "it is tried again later" if again else "it is given up"
            logger.warning("a notice by %s failed (%s): %s", message.way, type(error).__name__, then)
        else:
            note_sent(database, message)
            sent += 1
    return sent


def signature(secret: str, body: bytes) -> str:
    """Return what the header X-Copydesk-Signature says of a body: the HMAC-SHA-256 by WEBHOOK_SECRET."""
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def _keep_going(app: Flask) -> None:
    pause = threading.Event()
    while True:
        try:
            run_once(app)
        except DatabaseUnavailable as error:
            logger.warning("the courier waits: %s", error)
        except Exception as error:
            logger.error("the courier failed: %s", type(error).__name__)
        pause.wait(EVERY_SECONDS)


def _mail(config: dict[str, Any], message: Message) -> None:
    said = json.loads(message.payload)
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = config["MAIL_FROM"], message.to, said["text"].replace("\n", " ")
    mail["Date"], mail["Message-ID"] = formatdate(), make_msgid(domain="copydesk.invalid")
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(
        f"{said['text']}\n\n{base_url(config)}/drafts/{said['draft']}\n" if said["draft"] else said["text"]
    )
    with _mail_server(config) as server:
        if config["SMTP_SECURITY"] == "starttls":
            server.starttls(context=ssl.create_default_context())
        if config["SMTP_USER"]:
            server.login(config["SMTP_USER"], config["SMTP_PASSWORD"])
        server.send_message(mail)


def _mail_server(config: dict[str, Any]) -> smtplib.SMTP:
    where = (config["SMTP_HOST"], config["SMTP_PORT"])
    if config["SMTP_SECURITY"] == "tls":
        # Left to itself smtplib would believe any certificate, and hand it the password.
        return smtplib.SMTP_SSL(*where, timeout=TIMEOUT_SECONDS, context=ssl.create_default_context())
    return smtplib.SMTP(*where, timeout=TIMEOUT_SECONDS)


def _post(config: dict[str, Any], message: Message) -> None:
    body = message.payload.encode()
    headers = {"Content-Type": "application/json", "User-Agent": "Copydesk"}
    if config["WEBHOOK_SECRET"]:
        headers[SIGNATURE] = signature(config["WEBHOOK_SECRET"], body)
    # A webhook that sends us elsewhere is not followed: what was set is where it goes.
    answer = requests.post(message.to, data=body, headers=headers, timeout=TIMEOUT_SECONDS, allow_redirects=False)
    if not 200 <= answer.status_code < 300:
        raise requests.HTTPError(f"status {answer.status_code}")
