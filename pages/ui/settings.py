"""How people sign in: the provider's settings, from the environment or from ``.streamlit/secrets.toml``."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from data_access.engine import ROOT
from data_access.errors import SettingsError, nearest

LOGIN, LOGOUT, CALLBACK = "/auth/login", "/auth/logout", "/oauth2callback"  # Streamlit's own addresses
SECRETS = ROOT / ".streamlit" / "secrets.toml"
_PREFIX = "SUITE_AUTH_"
_PROVIDER = ("server_metadata_url", "client_id", "client_secret", "cookie_secret", "redirect_uri")
_IDLE, _HOURS, _RECHECK = (f"{_PREFIX}{name}" for name in ("IDLE_MINUTES", "HOURS", "RECHECK"))
_OTHERS = (_IDLE, _HOURS, _RECHECK, f"{_PREFIX}ROLES")
_LOOPBACK = ("127.0.0.1", "localhost")
_SHORTEST_SECRET = 32
_EVERYBODY = ("/common/", "/organizations/", "/consumers/")  # any Microsoft account, of whatever tenant


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a person stays signed in without acting, at most, and without their rights being read."""

    idle: timedelta = timedelta(minutes=30)
    longest: timedelta = timedelta(hours=12)
    recheck: timedelta = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Settings:
    """The provider people sign in with; its secrets stay out of whatever prints it."""

    server_metadata_url: str
    client_id: str
    redirect_uri: str
    client_secret: str = field(repr=False)
    cookie_secret: str = field(repr=False)
    limits: Limits = Limits()

    @property
    def origin(self) -> str:
        """The scheme and the host that browsers know the application by."""
        address = urlsplit(self.redirect_uri)
        return f"{address.scheme}://{address.netloc}"

    @property
    def is_secure(self) -> bool:
        """Whether browsers come through TLS."""
        return self.redirect_uri.startswith("https://")

    def secrets(self) -> dict[str, Any]:
        """The same in the words of Streamlit, for ``st.App``; no token is kept for the pages."""
        return {"auth": {name: getattr(self, name) for name in _PROVIDER}}


def read(environment: Mapping[str, str] = os.environ, file: Path = SECRETS) -> Settings | None:
    """The settings of sign-in, or None when there are none; raises SettingsError when they cannot be used."""
    given = _of_environment(environment) or _of_file(file)
    if not given:
        return None
    if missing := [name for name in _PROVIDER if not given.get(name)]:
        names = ", ".join(_PREFIX + name.upper() for name in missing)
        raise SettingsError(f"Connexion : il manque {names} (ou la même clé dans secrets.toml).")
    settings = Settings(**{name: str(given[name]) for name in _PROVIDER}, limits=_limits(environment))
    _judge(settings)
    return settings


def hosts(settings: Settings | None, environment: Mapping[str, str] = os.environ) -> list[str]:
    """The names the application answers to."""
    public = [urlsplit(settings.redirect_uri).hostname or ""] if settings else []
    more = [name.strip() for name in environment.get("SUITE_HOSTS", "").split(",") if name.strip()]
    return [*_LOOPBACK, *public, *more]


def _of_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    known = {_PREFIX + name.upper(): name for name in _PROVIDER}
    said = {name: value.strip() for name, value in environment.items() if name.startswith(_PREFIX)}
    for name in sorted(set(said) - set(known) - set(_OTHERS)):
        raise SettingsError(f"Réglage inconnu : {name}.{nearest(name, (*known, *_OTHERS))}")
    return {known[name]: value for name, value in said.items() if name in known and value}


def _of_file(file: Path) -> dict[str, Any]:
    """The section ``auth``, its provider in a section of its own or not."""
    if not file.exists():
        return {}
    try:
        section = tomllib.loads(file.read_text("utf-8")).get("auth", {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise SettingsError("Le fichier .streamlit/secrets.toml ne se lit pas comme du TOML.") from None
    shared = {name: value for name, value in section.items() if name in _PROVIDER}
    providers = [each for each in section.values() if isinstance(each, dict) and "client_id" in each]
    if len(providers) > 1:
        raise SettingsError("secrets.toml décrit plusieurs fournisseurs : la suite n'en connaît qu'un.")
    return {**shared, **(providers[0] if providers else {})}


def _limits(environment: Mapping[str, str]) -> Limits:
    default = Limits()
    recheck = _number(environment, _RECHECK, default.recheck / timedelta(seconds=1))
    return Limits(
        idle=timedelta(minutes=_number(environment, _IDLE, default.idle / timedelta(minutes=1))),
        longest=timedelta(hours=_number(environment, _HOURS, default.longest / timedelta(hours=1))),
        recheck=timedelta(seconds=min(recheck, 60)),  # a right withdrawn is gone within a minute
    )


def _number(environment: Mapping[str, str], name: str, default: float) -> float:
    said = environment.get(name, "").strip()
    try:
        number = float(said) if said else default
    except ValueError:
        number = 0
    if not 0 < number < float("inf"):
        raise SettingsError(f"{name} se lit comme un nombre plus grand que zéro : « {said} ».")
    return number


def _judge(settings: Settings) -> None:
    """Refuses what would let in people who should not be."""
    address = urlsplit(settings.redirect_uri)
    if address.path != CALLBACK or not address.hostname:
        raise SettingsError(f"SUITE_AUTH_REDIRECT_URI s'écrit https://NOM-DU-SERVEUR{CALLBACK}.")
    if not settings.is_secure and address.hostname not in _LOOPBACK:
        raise SettingsError("SUITE_AUTH_REDIRECT_URI commence par https:// : la connexion passe par TLS.")
    if len(settings.cookie_secret) < _SHORTEST_SECRET:
        raise SettingsError(
            f"SUITE_AUTH_COOKIE_SECRET a au moins {_SHORTEST_SECRET} caractères tirés au sort."
        )
    if any(each in settings.server_metadata_url for each in _EVERYBODY):
        raise SettingsError(
            "SUITE_AUTH_SERVER_METADATA_URL admet n'importe quel compte Microsoft : donnez l'adresse de "
            "votre organisation, https://login.microsoftonline.com/IDENTIFIANT-DU-LOCATAIRE/v2.0/…"
        )
