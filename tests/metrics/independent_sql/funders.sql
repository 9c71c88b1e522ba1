-- Different funders of entries of income; nobody is none.
SELECT
  NULL AS agency,
  COUNT(DISTINCT ledger.funder_id) AS numerator,
  1 AS denominator
FROM ledger JOIN account ON account.id = ledger.account_id
WHERE ledger.retired_by IS NULL AND ledger.day >= :start AND ledger.day < :stop
  AND account.line <> 'expense'
UNION ALL
SELECT
  ledger.agency_id,
  COUNT(DISTINCT ledger.funder_id),
  1
FROM ledger JOIN account ON account.id = ledger.account_id
WHERE ledger.retired_by IS NULL AND ledger.day >= :start AND ledger.day < :stop
  AND account.line <> 'expense'
GROUP BY ledger.agency_id
