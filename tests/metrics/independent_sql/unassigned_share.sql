-- Income of the head office in branch « divers » over all income.
SELECT
  NULL AS agency,
  SUM(CASE
    WHEN agency.kind = 'head_office' AND ledger.branch = 'other' THEN ledger.amount_cents ELSE 0
  END) AS numerator,
  SUM(ledger.amount_cents) AS denominator
FROM ledger JOIN account ON account.id = ledger.account_id
  JOIN agency ON agency.id = ledger.agency_id
WHERE ledger.retired_by IS NULL AND ledger.day >= :start AND ledger.day < :stop
  AND account.line <> 'expense'
UNION ALL
SELECT
  ledger.agency_id,
  SUM(CASE
    WHEN agency.kind = 'head_office' AND ledger.branch = 'other' THEN ledger.amount_cents ELSE 0
  END),
  SUM(ledger.amount_cents)
FROM ledger JOIN account ON account.id = ledger.account_id
  JOIN agency ON agency.id = ledger.agency_id
WHERE ledger.retired_by IS NULL AND ledger.day >= :start AND ledger.day < :stop
  AND account.line <> 'expense'
GROUP BY ledger.agency_id
