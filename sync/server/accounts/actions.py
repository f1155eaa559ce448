"""Writes about people and tablets: roles, passwords, enrol codes, enrolment, revocation."""

from __future__ import annotations

import base64
import binascii
import hashlib
import secrets
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from sync.protocol import messages
from sync.protocol.errors import ErrorCode, Refused
from sync.protocol.ids import tablet_name
from sync.server.accounts.models import Device, EnrolCode, Membership, Role, User
from sync.server.organisations.models import Organisation
from sync.server.records.actions import share_walks
from sync.server.records.feed import writing
from sync.server.territories.models import Territory

CODE_LIFE = timedelta(hours=24)
# Without the letters and digits that are taken for one another when read aloud or off a screen.
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE_LENGTH = 8
_PASSWORD_GROUPS = 4
# A token that leaked (a proxy's log, a stolen backup) is good for no longer than the tablet goes without syncing.
TOKEN_LIFE = timedelta(days=30)
_SEEN_EVERY = timedelta(minutes=1)
_TURNED_MS = 2000  # somebody turned the tablet's clock; less is the link
# A folder is copied now and then; a token that makes tablets all day was stolen.
_MOST_SPLITS = 10
_SPLITS_WITHIN = timedelta(days=1)


def hash_of(secret: str) -> str:
    """What is kept of a token or code. They are random and long enough that a slow hash adds nothing."""
    return hashlib.sha256(secret.encode()).hexdigest()


def give_role(
    username: str,
    role: Role,
    *,
    organisation: Organisation | None = None,
    territories: Iterable[Territory] = (),
    new_password: bool = False,
    **person: str,
) -> tuple[User, str | None]:
    """A person with one more role, made when unknown. Gives the password when one was made: it is kept nowhere.

    A role that the person holds for that organisation already gets these territories instead of its former ones.
    `person`: first_name, last_name, email; used only when the person is made.
    """
    with writing():
        user, made = User.objects.get_or_create(username=username, defaults=person)
        password = _password() if made or new_password else None
        if password is not None:
            user.set_password(password)
            user.save()
        membership, _ = Membership.objects.get_or_create(user=user, role=role, organisation=organisation)
        membership.territories.set(territories)
    return user, password


def _password() -> str:
    letters = _ALPHABET.lower()
    return "-".join("".join(secrets.choice(letters) for _ in range(4)) for _ in range(_PASSWORD_GROUPS))


def make_enrol_code(
    territories: Iterable[Territory] = (), *, by: User | None = None, life: timedelta = CODE_LIFE
) -> str:
    """A new one-time code such as K7QM-3RTX; it is shown once and kept only as a hash."""
    code = "".join(secrets.choice(_ALPHABET) for _ in range(_CODE_LENGTH))
    now = datetime.now(UTC)
    with writing():
        row = EnrolCode.objects.create(code_hash=hash_of(code), created_by=by, created_at=now, expires_at=now + life)
        row.territories.set(territories)
    return f"{code[:4]}-{code[4:]}"


def enrol(request: messages.EnrolRequest) -> tuple[Device, str]:
    """The tablet and its new token. Raises Refused: BAD_ENROL_CODE, DEVICE_MISMATCH, BAD_FIELD.

    Enrolling again gives a new token to the same tablet, proved by the same key, also after a revocation: whoever
    made the code wanted it back. The code's territories replace the former ones.
    """
    challenge = messages.enrol_challenge(request.code, request.device_id, request.public_key)
    _check_signature(request.public_key, request.signature, challenge)
    now = datetime.now(UTC)
    typed = request.code.upper().replace("-", "").replace(" ", "")
    token = secrets.token_urlsafe(32)
    with writing():
        code = (
            EnrolCode.objects.select_for_update()
            .filter(code_hash=hash_of(typed), used_at=None, expires_at__gt=now)
            .first()
        )
        if code is None:
            raise Refused(
                ErrorCode.BAD_ENROL_CODE, "this code is unknown, used or expired: ask the office for a new one"
            )
        device = Device.objects.select_for_update().filter(pk=request.device_id).first()
        if device is None:
            device = Device(id=request.device_id, public_key=request.public_key)
        elif device.public_key != request.public_key:
            raise Refused(ErrorCode.DEVICE_MISMATCH, "this tablet's id is enrolled with another key")
        device.name = request.name.replace("\0", "")[:120]
        device.app_version = request.app_version.replace("\0", "")[:40]
        device.token_hash, device.next_token_hash, device.token_since = hash_of(token), "", now
        device.enrolled_at = now
        device.revoked_at = None
        device.split_from = ""  # whoever made the code knows it by now
        device.save()
        device.territories.set(code.territories.all())
        code.used_at, code.used_by = now, device
        code.save(update_fields=["used_at", "used_by"])
    return device, token


def split(device: Device, request: messages.SplitRequest) -> tuple[Device, str]:
    """A copied tablet becomes one of its own, with the rights of the one it was copied from. Its token is new.

    Raises Refused: DEVICE_MISMATCH, TOO_MANY_REQUESTS. Asked again (its answer was lost) it only gives a new token.
    """
    challenge = messages.split_challenge(device.id, request.device_id, request.public_key)
    _check_signature(request.public_key, request.signature, challenge)
    now = datetime.now(UTC)
    token = secrets.token_urlsafe(32)
    with writing():
        parted = Device.objects.select_for_update().filter(pk=request.device_id).first()
        if parted is None:
            # Of the whole family: what was made so makes others in its turn.
            family = Device.objects.filter(family=device.family or device.id, enrolled_at__gt=now - _SPLITS_WITHIN)
            if family.exclude(split_from="").count() >= _MOST_SPLITS:
                raise Refused(ErrorCode.TOO_MANY_REQUESTS, "this tablet was copied too often today: ask the office")
            parted = Device(id=request.device_id, public_key=request.public_key, split_from=device.id)
        elif (parted.split_from, parted.public_key) != (device.id, request.public_key) or parted.revoked_at is not None:
            raise Refused(ErrorCode.DEVICE_MISMATCH, "this id belongs to another tablet")
        parted.name = request.name.replace("\0", "")[:120]
        parted.app_version = request.app_version.replace("\0", "")[:40]
        parted.family = device.family or device.id
        parted.token_hash, parted.next_token_hash, parted.token_since = hash_of(token), "", now
        parted.enrolled_at = now
        parted.save()
        parted.territories.set(device.territories.all())
        share_walks(device.id, parted.id)
    return parted, token


def _check_signature(public_key: str, signature: str, challenge: bytes) -> None:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        raw = base64.b64decode(public_key, validate=True)
        if base64.b64encode(raw).decode() != public_key:
            raise ValueError("another spelling of the same key")
        Ed25519PublicKey.from_public_bytes(raw).verify(base64.b64decode(signature, validate=True), challenge)
    except (ValueError, binascii.Error) as fault:
        raise Refused(ErrorCode.MALFORMED, "public_key, signature: want Ed25519 in base64") from fault
    except InvalidSignature as fault:
        raise Refused(ErrorCode.DEVICE_MISMATCH, "the signature was not made with this key") from fault


def fresh_token(device: Device) -> str | None:
    """A new token once the tablet's own is old; that one stays good until the new one is used: answers get lost."""
    now = datetime.now(UTC)
    if now - (device.token_since or device.enrolled_at) < TOKEN_LIFE:
        return None
    token = secrets.token_urlsafe(32)
    with writing():
        # Only to whoever came with the token that counts now: it may have been enrolled again meanwhile.
        held = Device.objects.filter(pk=device.pk, token_hash=device.token_hash)
        known = held.update(next_token_hash=hash_of(token))
    return token if known else None


def take_up(token: str) -> Device | None:
    """A tablet comes with its new token for the first time: the old one is good no more."""
    device = Device.objects.filter(next_token_hash=hash_of(token)).first()
    if device is not None:
        with writing():
            Device.objects.filter(pk=device.pk, next_token_hash=hash_of(token)).update(
                token_hash=hash_of(token), next_token_hash="", token_since=datetime.now(UTC)
            )
        device.refresh_from_db()
        return device
    # Another request of the same tablet took it up between the two looks.
    return Device.objects.filter(token_hash=hash_of(token)).first()


def take_on(device_id: str, public_key: str, territories: Iterable[Territory] = ()) -> Device:
    """A tablet that an officer knows by the bundle in their hand; it gets a token once it enrols over the network."""
    with writing():
        device = Device.objects.create(
            id=device_id,
            public_key=public_key,
            name=tablet_name(device_id),
            token_hash=hash_of(secrets.token_urlsafe(32)),  # of a token that nobody has
            enrolled_at=datetime.now(UTC),
        )
        device.territories.set(territories)
    return device


def revoke(device: Device) -> None:
    """The tablet is told so at its next request and keeps its data. So are those that parted from it without a code."""
    with writing():
        gone = {device.pk}
        while more := set(Device.objects.filter(split_from__in=gone).values_list("pk", flat=True)) - gone:
            gone |= more
        Device.objects.filter(pk__in=gone, revoked_at=None).update(revoked_at=datetime.now(UTC))


def note_hello(device: Device, *, app_version: str, skew_ms: int, marks: Sequence[str], epoch: str) -> None:
    """Remember when a tablet last spoke, how wrong its clock is, and the mark of this hello.

    Raises Refused COPIED_TABLET when the last hello under its name bore a mark that it does not know: another tablet
    has the same folder, or this one was put back from an older copy. Marks of before a restore prove nothing.
    """
    now = datetime.now(UTC)
    version = app_version.replace("\0", "")[:40]
    recent = device.last_seen_at is not None and now - device.last_seen_at < _SEEN_EVERY
    turned = abs(skew_ms - (device.clock_skew_ms or 0)) > _TURNED_MS
    if not marks and recent and not turned and device.app_version == version:
        return
    seen: dict[str, object] = {"last_seen_at": now, "app_version": version, "clock_skew_ms": skew_ms}
    with writing():
        held = Device.objects.select_for_update().get(pk=device.pk)
        if marks and held.mark_epoch == epoch and held.mark not in marks:
            raise Refused(ErrorCode.COPIED_TABLET, "another tablet speaks under this one's name: one is a copy")
        if marks:
            seen |= {"mark": marks[-1], "mark_epoch": epoch}
        Device.objects.filter(pk=device.pk).update(**seen)
