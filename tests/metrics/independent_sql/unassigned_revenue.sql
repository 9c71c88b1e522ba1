-- Cents of income of the head office in branch « divers », per 100.
SELECT
  NULL AS agency,
  SUM(ledger.amount_cents) AS numerator,
  100 AS denominator
FROM ledger JOIN account ON account.id = ledger.account_id
  JOIN agency ON agency.id = ledger.agency_id
WHERE ledger.retired_by IS NULL AND ledger.day >= :start AND ledger.day < :stop
  AND account.line <> 'expense'
  AND agency.kind = 'head_office' AND ledger.branch = 'other'
UNION ALL
SELECT
  ledger.agency_id,
  SUM(ledger.amount_cents),
  100
FROM ledger JOIN account ON account.id = ledger.account_id
  JOIN agency ON agency.id = ledger.agency_id
WHERE ledger.retired_by IS NULL AND ledger.day >= :start AND ledger.day < :stop
  AND account.line <> 'expense'
  AND agency.kind = 'head_office' AND ledger.branch = 'other'
GROUP BY ledger.agency_id
