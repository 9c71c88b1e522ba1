-- Cents of every account, credits less debits, per 100.
SELECT
  NULL AS agency,
  SUM(amount_cents) AS numerator,
  100 AS denominator
FROM ledger
WHERE retired_by IS NULL AND day >= :start AND day < :stop
UNION ALL
SELECT
  ledger.agency_id,
  SUM(amount_cents),
  100
FROM ledger
WHERE retired_by IS NULL AND day >= :start AND day < :stop
GROUP BY ledger.agency_id
