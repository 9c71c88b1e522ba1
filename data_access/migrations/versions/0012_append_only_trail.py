"""The trail can only grow, on both engines; PostgreSQL can tell who reads (``data_access/row_rights.py``).

A row of the trail is never changed. It is removed only when a later row of the trail says so: a purge writes
the number of the last row it takes away, and then takes it.

Revision: 0012
Follows: 0011
"""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_ANNOUNCED = "SELECT max(CASE WHEN action = 'purge' THEN CAST(nullif(filters, '') AS BIGINT) END) FROM audit"
_SQLITE = {
    "audit_never_changes": """
        BEFORE UPDATE ON audit BEGIN
            SELECT RAISE(ABORT, 'audit: a row is never changed');
        END""",
    "audit_never_goes": f"""
        BEFORE DELETE ON audit WHEN OLD.id > coalesce(({_ANNOUNCED}), 0) BEGIN
            SELECT RAISE(ABORT, 'audit: a row is removed by a purge only');
        END""",
    "audit_never_takes_a_place": """
        BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id) BEGIN
            SELECT RAISE(ABORT, 'audit: this number is taken');
        END""",
}
_POSTGRESQL = (
    "CREATE SCHEMA suite",
    # The key that readers' rights are signed with, as the two pads of HMAC; nobody but the owner reads it.
    "CREATE TABLE suite.key (inner_pad bytea NOT NULL, outer_pad bytea NOT NULL)",
    # What the application signed for this transaction; an error when nobody did, when it is forged or too old.
    """
    CREATE FUNCTION suite.claims() RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    DECLARE
        said text := coalesce(current_setting('suite.rights', true), '');
        claims text := substr(said, 66);
        proof text;
    BEGIN
        SELECT encode(sha256(outer_pad || sha256(inner_pad || convert_to(claims, 'UTF8'))), 'hex')
        INTO proof FROM suite.key;
        IF proof IS NULL OR proof <> left(said, 64) THEN
            RAISE insufficient_privilege USING MESSAGE = 'suite: nobody was named as the reader';
        END IF;
        IF (claims::jsonb ->> 'until')::bigint < extract(epoch FROM now()) THEN
            RAISE insufficient_privilege USING MESSAGE = 'suite: these rights are too old';
        END IF;
        RETURN claims::jsonb;
    END $$""",
    # What is held of some domains: null for every agency, or a list of agencies; an error when nothing is.
    """
    CREATE FUNCTION suite.held(domains text[]) RETURNS SETOF jsonb
    LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    DECLARE
        rights jsonb := suite.claims() -> 'rights';
    BEGIN
        IF NOT rights ?| domains THEN
            RAISE insufficient_privilege USING MESSAGE = 'suite: no right on this domain';
        END IF;
        RETURN QUERY SELECT value FROM jsonb_each(rights) WHERE key = ANY (domains);
    END $$""",
    """
    CREATE FUNCTION suite.everywhere(domains text[]) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
        SELECT bool_or(jsonb_typeof(held) = 'null') FROM suite.held(domains) AS held
    $$""",
    """
    CREATE FUNCTION suite.agencies(domains text[]) RETURNS text[]
    LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
        SELECT array_agg(code) FROM suite.held(domains) AS held, jsonb_array_elements_text(held) AS code
        WHERE jsonb_typeof(held) = 'array'
    $$""",
    """
    CREATE FUNCTION suite.person() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
        SELECT suite.claims() ->> 'person'
    $$""",
    """
    CREATE FUNCTION suite.is_one_of(roles text[]) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
        SELECT coalesce(suite.claims() ->> 'role' = ANY (roles), false)
    $$""",
    # The one thing of the trail that whoever adds a row must know.
    """
    CREATE FUNCTION suite.last_hash() RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        SELECT hash FROM public.audit ORDER BY id DESC LIMIT 1
    $$""",
    "REVOKE ALL ON ALL FUNCTIONS IN SCHEMA suite FROM PUBLIC",
    f"""
    CREATE FUNCTION suite.audit_only_grows() RETURNS trigger
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
    BEGIN
        IF TG_OP = 'DELETE' THEN
            IF OLD.id <= coalesce(({_ANNOUNCED}), 0) THEN
                RETURN OLD;
            END IF;
        END IF;
        RAISE insufficient_privilege USING MESSAGE = 'audit: a row is never changed, a purge alone removes some';
    END $$""",
    """
    CREATE TRIGGER audit_only_grows BEFORE UPDATE OR DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION suite.audit_only_grows()""",
    """
    CREATE TRIGGER audit_is_never_emptied BEFORE TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION suite.audit_only_grows()""",
)


def upgrade() -> None:
    """Adds what refuses, and on PostgreSQL what says who reads."""
    if op.get_bind().dialect.name == "sqlite":
        for name, rule in _SQLITE.items():
            op.execute(f"CREATE TRIGGER {name} {rule}")
    else:
        for statement in _POSTGRESQL:
            op.execute(statement)


def downgrade() -> None:
    """Takes it all away."""
    if op.get_bind().dialect.name == "sqlite":
        for name in _SQLITE:
            op.execute(f"DROP TRIGGER {name}")
    else:
        op.execute("DROP TRIGGER audit_is_never_emptied ON audit")
        op.execute("DROP TRIGGER audit_only_grows ON audit")
        op.execute("DROP SCHEMA suite CASCADE")
