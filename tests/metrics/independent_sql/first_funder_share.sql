-- Cents of the funder that pays most over those of all, entries without a funder included.
WITH paid AS (
  SELECT ledger.agency_id, ledger.funder_id, ledger.amount_cents
  FROM ledger JOIN account ON account.id = ledger.account_id
  WHERE ledger.retired_by IS NULL AND ledger.day >= :start AND ledger.day < :stop
    AND account.line <> 'expense'
), by_funder AS (
  SELECT funder_id, SUM(amount_cents) AS cents FROM paid GROUP BY funder_id
), by_agency AS (
  SELECT agency_id, funder_id, SUM(amount_cents) AS cents FROM paid GROUP BY agency_id, funder_id
)
SELECT
  NULL AS agency,
  MAX(CASE WHEN funder_id IS NOT NULL THEN cents END) AS numerator,
  SUM(cents) AS denominator
FROM by_funder
UNION ALL
SELECT agency_id, MAX(CASE WHEN funder_id IS NOT NULL THEN cents END), SUM(cents)
FROM by_agency
GROUP BY agency_id
