"""The files of a real server: read by the programs they are for when these are on this machine."""

import configparser
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from sqlalchemy import make_url

from data_access import row_rights
from data_access.__main__ import _parser
from pages.ui import settings

ROOT = Path(__file__).resolve().parent.parent
DEPLOY, GUIDE = ROOT / "deploy", ROOT / "docs" / "deploiement.md"
NGINX = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
UNITS = sorted(path.name for path in DEPLOY.glob("optima*.*"))
ENVIRONMENTS = sorted(path.name for path in DEPLOY.glob("*.env"))
SETTING = re.compile(r"\b(?:SUITE_[A-Z_]+|DATABASE_URL)\b")


# --- nginx -------------------------------------------------------------------------------------------------


def directives(text: str) -> list[str]:
    """Each directive on one line, without comments; a block opens with a brace and closes with one."""
    bare = re.sub(r"(?m)(^|\s)#.*$", "", text)
    parts = re.findall(r"(?:'[^']*'|\"[^\"]*\"|[^;{}'\"])+[;{]|\}", bare)
    return [" ".join(part.split()) for part in parts]


def test_nginx_reads_its_file(tmp_path: Path) -> None:
    """By nginx itself where it is installed; its blocks and its ends of lines in any case."""
    found = directives(NGINX)
    assert sum(d.endswith("{") for d in found) == found.count("}")
    assert "".join(found).count(";") > 50
    if program := shutil.which("nginx"):
        _certificate(tmp_path)
        site = NGINX.replace("/var/log/nginx", str(tmp_path))
        site = re.sub(r"/etc/letsencrypt/live/[^/]+", str(tmp_path), site)
        site = re.sub(r"listen (\[::\]:)?(80|443)", r"listen \g<1>\g<2>99", site)
        http = f"access_log off; {_temporary(tmp_path)} {site}"
        whole = f"pid {tmp_path}/pid; error_log stderr; events {{}} http {{ {http} }}"
        (tmp_path / "nginx.conf").write_text(whole, encoding="utf-8")
        command = [program, "-t", "-p", tmp_path, "-c", tmp_path / "nginx.conf"]
        tested = subprocess.run(command, capture_output=True, text=True, check=False)
        assert tested.returncode == 0, tested.stderr


def _temporary(folder: Path) -> str:
    """Where nginx may write when it is not root."""
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    return " ".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)


def _certificate(folder: Path) -> None:
    asked = "req -x509 -newkey rsa:2048 -nodes -subj /CN=localhost -keyout privkey.pem -out fullchain.pem"
    subprocess.run(["openssl", *asked.split()], cwd=folder, check=True, capture_output=True)


@pytest.mark.parametrize(
    "needed",
    [
        'hash "$remote_addr$http_user_agent" consistent;',  # the same browser, the same process
        "proxy_set_header Host $host;",
        "proxy_set_header X-Forwarded-For $remote_addr;",
        "proxy_set_header Upgrade $http_upgrade;",
        "proxy_set_header Connection $connection_upgrade;",
        "ssl_protocols TLSv1.2 TLSv1.3;",
        "ssl_reject_handshake on;",
        "server_tokens off;",
        "proxy_read_timeout 1h;",
        "location ^~ /_stcore/metrics {",
    ],
)
def test_nginx_does_what_the_suite_relies_on(needed: str) -> None:
    assert needed in directives(NGINX)


def test_no_visitor_says_where_they_come_from() -> None:
    assert "$proxy_add_x_forwarded_for" not in "".join(directives(NGINX))


def test_nginx_logs_no_address_with_its_parameters() -> None:
    """What comes back from the provider is in them."""
    (logged,) = re.findall(r"log_format optima '([^']*)'", NGINX)
    assert not {"$request ", "$request_uri", "$args", "$query_string", "$http_cookie"} & {*logged.split()}
    assert '$request"' not in logged


def test_nginx_lets_through_what_the_application_accepts_and_little_more() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert f"client_max_body_size {config['server']['maxUploadSize'] + 1}m;" in directives(NGINX)


def test_the_health_that_browsers_ask_for_stays_open() -> None:
    assert "_stcore/health" not in "".join(directives(NGINX))


# --- systemd -----------------------------------------------------------------------------------------------


def unit(name: str) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(DEPLOY / name, encoding="utf-8")
    return parser


@pytest.mark.parametrize("name", UNITS)
def test_systemd_reads_its_units(name: str, tmp_path: Path) -> None:
    """By systemd itself where it is installed, with programs that exist on this machine."""
    assert unit(name).sections()[0] == "Unit"
    if program := shutil.which("systemd-analyze"):
        for each in UNITS:
            text = (DEPLOY / each).read_text(encoding="utf-8")
            text = text.replace("/opt/optima/.venv/bin/python", sys.executable)
            (tmp_path / each).write_text(text.replace("/opt/optima", str(ROOT)), encoding="utf-8")
        file = tmp_path / name.replace("@.", "@8501.")
        if not file.exists():
            file.symlink_to(tmp_path / name)
        command = [program, "verify", "--man=no", "--recursive-errors=no", file]
        judged = subprocess.run(command, capture_output=True, text=True, check=False)
        assert judged.returncode == 0, judged.stderr
        assert name.split("@")[0] not in judged.stderr, judged.stderr


def test_a_page_process_is_one_process_behind_nginx() -> None:
    command = unit("optima@.service")["Service"]["ExecStart"]
    assert "uvicorn app:app --host 127.0.0.1 --port %i --workers 1 " in command
    assert "--forwarded-allow-ips 127.0.0.1" in command


def test_the_ports_of_nginx_are_those_of_the_guide() -> None:
    ports = {*re.findall(r"127\.0\.0\.1:(\d+)", NGINX)}
    assert ports == {"8501", "8502"}
    assert "optima@8501 optima@8502" in GUIDE.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [name for name in UNITS if name.endswith(".service")])
def test_a_service_has_few_rights(name: str) -> None:
    service = unit(name)["Service"]
    assert service["User"] != "root"
    wanted = {"NoNewPrivileges": "true", "ProtectSystem": "strict", "ProtectHome": "true", "UMask": "0077"}
    assert wanted.items() <= {**service}.items()
    assert service["CapabilityBoundingSet"] == ""


# --- settings ----------------------------------------------------------------------------------------------


def settings_of(*paths: Path) -> set[str]:
    return {name for path in paths for name in SETTING.findall(path.read_text(encoding="utf-8"))}


def test_the_guide_has_every_setting_and_no_other() -> None:
    provider = {settings._PREFIX + name.upper() for name in settings._PROVIDER}
    others = {"DATABASE_URL", "SUITE_HOSTS", "SUITE_TODAY", row_rights.SETTING}
    assert settings_of(GUIDE) == provider | {*settings._OTHERS} | others


@pytest.mark.parametrize("name", ENVIRONMENTS)
def test_the_files_of_settings_hold_known_ones_and_no_secret(name: str) -> None:
    text = (DEPLOY / name).read_text(encoding="utf-8")
    values = dict(re.findall(r"(?m)^#?([A-Z_]+)='(.*)'$", text))
    assert {*values} <= settings_of(GUIDE)
    for key, value in values.items():
        if key.endswith(("_KEY", "SECRET")):
            assert value == "a-remplir"
    assert make_url(values["DATABASE_URL"]).password == "a-remplir"


# --- the guide ---------------------------------------------------------------------------------------------


def test_the_guide_tells_commands_that_exist() -> None:
    written = r"(?:optima (?:proprietaire|imports)|python -m data_access) ([a-z-]+)"
    told = set(re.findall(written, GUIDE.read_text(encoding="utf-8")))
    assert told >= {"migrate", "grant", "people", "load", "backup", "restore", "purge", "audit"}
    assert told <= {*_parser().commands}


def test_the_guide_tells_files_that_exist() -> None:
    told = set(re.findall(r"deploy/([\w@.-]*\w)", GUIDE.read_text(encoding="utf-8")))
    assert told >= {*UNITS, "nginx.conf", "postgresql.sql", "sauvegarde.sh", *ENVIRONMENTS}
    assert all((DEPLOY / name).exists() for name in told), told
